package io.throughline.routing.domain;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Which channel customers prefer for an intent, by the survey of the Hong Kong Customer Contact Association of 2018
 * (500 customers). It says what people like to use, not what solves their issue: good enough for a start where nothing
 * is measured, and soon outweighed.
 *
 * <p>Only the leading channel of an intent is published. "Web or app" has one figure, which both get here; the hotline
 * is {@code phone}.
 */
public final class SurveyPreference {

    /** Where the survey asked nothing, a channel is as likely to solve an issue as not. */
    static final double NEUTRAL = 0.5;

    /** The channels that lead for some intent. */
    public static final List<String> CHANNELS = List.of("app", "phone", "store", "web");

    private record Leading(double share, List<String> channels) {}

    private static final List<String> ONLINE = List.of("app", "web");
    private static final List<String> STORE = List.of("store");
    private static final List<String> HOTLINE = List.of("phone");

    private static final Map<String, Leading> BY_INTENT = Map.of(
            "basic-information", new Leading(0.65, ONLINE),
            "product-enquiry", new Leading(0.59, ONLINE),
            "bill-payment", new Leading(0.50, ONLINE),
            "purchase", new Leading(0.50, STORE),
            "problem-solving", new Leading(0.51, HOTLINE),
            "contract-renewal", new Leading(0.49, HOTLINE),
            "appointment-delivery", new Leading(0.42, HOTLINE));

    private SurveyPreference() {}

    /** The published share, 0..1; empty where the channel does not lead for the intent, or the intent was not asked. */
    public static OptionalDouble share(String channel, String intent) {
        var leading = BY_INTENT.get(intent);
        return leading != null && leading.channels.contains(channel)
                ? OptionalDouble.of(leading.share)
                : OptionalDouble.empty();
    }

    /**
     * Where the belief in a channel starts: its published share; for any other channel of an intent that was asked half
     * of what the leading one leaves, because at least two share the rest; {@link #NEUTRAL} for every other intent.
     */
    static double start(String channel, String intent) {
        var leading = BY_INTENT.get(intent);
        if (leading == null) {
            return NEUTRAL;
        }
        return leading.channels.contains(channel) ? leading.share : (1 - leading.share) / 2;
    }
}
