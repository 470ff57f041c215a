package io.throughline.routing.domain;

import io.throughline.contracts.catalogue.CatalogueNames;
import io.throughline.contracts.routing.RoutingDecision.Reason;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.TreeMap;
import java.util.function.Function;

/** Reasons: a code that never changes, and texts in every language, which are in the property files of the same name. */
final class Reasons {

    private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private record Language(Locale locale, ResourceBundle texts, CatalogueNames names) {
        static Language of(String tag) {
            var locale = Locale.forLanguageTag(tag);
            var texts = ResourceBundle.getBundle(
                    Reasons.class.getPackageName() + ".reasons", locale, Reasons.class.getClassLoader(), NO_FALLBACK);
            return new Language(locale, texts, new CatalogueNames(locale));
        }
    }

    private static final List<Language> LANGUAGES = List.of(Language.of("en"), Language.of("zh-Hant"));

    private Reasons() {}

    static Reason noChannelAvailable() {
        return reason("NO_CHANNEL_AVAILABLE", names -> new Object[] {});
    }

    static Reason allChannelsFailed() {
        return reason("ALL_CHANNELS_FAILED", names -> new Object[] {});
    }

    static Reason notEnoughEvidence(String intent) {
        return reason("NOT_ENOUGH_EVIDENCE", names -> new Object[] {names.intent(intent)});
    }

    static Reason failedBefore(String channel) {
        return reason("FAILED_BEFORE", names -> new Object[] {names.channel(channel)});
    }

    static Reason measuredForIntent(String channel, String intent, Counts counts) {
        return reason("MEASURED_FOR_INTENT", names -> measured(names, channel, intent, counts));
    }

    static Reason measuredInChannel(String channel, String intent, Counts counts) {
        return reason("MEASURED_IN_CHANNEL", names -> measured(names, channel, intent, counts));
    }

    static Reason notMeasured(String channel, String intent) {
        return reason("NOT_MEASURED", names -> new Object[] {names.channel(channel), names.intent(intent)});
    }

    /** A preference is no resolution rate, and the text says so. */
    static Reason surveyPreference(String channel, String intent, double share, double strength) {
        return reason("SURVEY_PREFERENCE", names ->
                new Object[] {names.channel(channel), names.intent(intent), Math.round(share * 100), strength});
    }

    static Reason noSwitchNeeded() {
        return reason("NO_SWITCH_NEEDED", names -> new Object[] {});
    }

    private static Object[] measured(CatalogueNames names, String channel, String intent, Counts counts) {
        return new Object[] {names.channel(channel), names.intent(intent), counts.resolved(), counts.contacts()};
    }

    private static Reason reason(String code, Function<CatalogueNames, Object[]> arguments) {
        Map<String, String> text = new TreeMap<>();
        for (var language : LANGUAGES) {
            var pattern = new MessageFormat(language.texts.getString(code), language.locale);
            text.put(language.locale.toLanguageTag(), pattern.format(arguments.apply(language.names)));
        }
        return new Reason(code, text);
    }
}
