package io.throughline.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.throughline.contracts.json.ContractJson;
import io.throughline.intake.identifiers.Pseudonymiser;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A refused input in a form that can be kept and looked at. Of a document, names and structure stay, and the values of
 * those fields that the contract defines and that hold no personal data; all else is masked, for nobody here knows what
 * it is. Of what is no document, only the shape stays: letters become x, digits 0.
 */
@ApplicationScoped
class MaskedInput {

    static final int MAX_LENGTH = 8_000;

    private static final String MASK = "***";
    /** Deeper than any platform's messages. Jackson reads a thousand levels, and walking those exhausts the stack. */
    private static final int MAX_DEPTH = 50;

    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final Pattern DIGIT = Pattern.compile("\\p{N}");

    /** In lower case: platforms differ in casing. */
    private static final Set<String> SHOWN = Set.of(
            "specversion",
            "id",
            "source",
            "type",
            "time",
            "subject",
            "datacontenttype",
            "channel",
            "direction",
            "initiation",
            "intent",
            "caseid",
            "previouscontactid",
            "relatedcontactid",
            "market",
            "language",
            "queue",
            "site",
            "segment",
            "estimatedwaitseconds",
            "by",
            "from",
            "authenticated",
            "attempts",
            "locked",
            "confidence",
            "reason",
            "step",
            "tochannel",
            "options",
            "chosen",
            "policy",
            "tocontactid",
            "toqueue",
            "kind",
            "sla",
            "dueat",
            "waitseconds",
            "endedby",
            "outcome",
            "disposition",
            "talk",
            "hold",
            "wrap",
            "survey",
            "score",
            "scalemin",
            "scalemax",
            "resolved",
            "contactsneeded",
            "choseswitch",
            "respondent",
            // of platforms
            "detail-type",
            "eventtype",
            "contactid",
            "ticketid",
            "status",
            "version");

    /** In lower case: platforms' objects that are a person, whose id is as personal as a name. */
    private static final Set<String> PERSONS =
            Set.of("sender", "recipient", "user", "from", "to", "chat", "contact", "contacts", "customer", "requester");

    private final Pseudonymiser pseudonymiser;

    MaskedInput(Pseudonymiser pseudonymiser) {
        this.pseudonymiser = pseudonymiser;
    }

    /** The input of a candidate, masked and cut to {@value #MAX_LENGTH} characters. */
    String of(Candidate candidate, Origin origin) {
        return cut(
                switch (candidate) {
                    case Candidate.Document document -> json(masked(document.tree(), "", origin, 0));
                    case Candidate.Unusable unusable -> json(masked(unusable.tree(), "", origin, 0));
                    case Candidate.Unreadable unreadable -> shape(cut(unreadable.text()));
                });
    }

    /** A text of which a part may be personal. */
    String text(String text, Origin origin) {
        return pseudonymiser.mask(cut(text), origin.region());
    }

    private @Nullable Object masked(@Nullable Object value, String name, Origin origin, int depth) {
        if (depth > MAX_DEPTH) {
            return MASK;
        }
        return switch (value) {
            case null -> null;
            case Map<?, ?> map -> {
                boolean person = PERSONS.contains(name.toLowerCase(Locale.ROOT));
                var masked = new LinkedHashMap<String, @Nullable Object>();
                map.forEach((key, child) -> masked.put(
                        text(String.valueOf(key), origin),
                        masked(child, person ? "" : String.valueOf(key), origin, depth + 1)));
                yield masked;
            }
            case List<?> list ->
                list.stream().map(item -> masked(item, name, origin, depth + 1)).toList();
            case Boolean flag -> flag;
            case Object shown
            when SHOWN.contains(name.toLowerCase(Locale.ROOT)) ->
                shown instanceof String text ? text(text, origin) : shown;
            default -> MASK;
        };
    }

    private static String shape(String text) {
        return DIGIT.matcher(LETTER.matcher(text).replaceAll("x")).replaceAll("0");
    }

    private static String cut(String text) {
        return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH) + "…";
    }

    private static String json(@Nullable Object tree) {
        try {
            return ContractJson.MAPPER.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            // Deeper than JSON may be nested, or half a character: there is nothing to show.
            return "(" + e.getClass().getSimpleName() + ")";
        }
    }
}
