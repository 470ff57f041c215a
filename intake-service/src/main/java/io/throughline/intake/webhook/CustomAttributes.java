package io.throughline.intake.webhook;

import static io.throughline.contracts.event.EventType.CONTACT_AUTHENTICATION_FAILED;
import static io.throughline.contracts.event.EventType.CONTACT_CALLBACK_REQUESTED;
import static io.throughline.contracts.event.EventType.CONTACT_POLICY_REQUIRES;
import static io.throughline.contracts.event.EventType.CONTACT_REDIRECTED;
import static io.throughline.contracts.event.EventType.CONTACT_SELF_SERVICE_FAILED;
import static io.throughline.contracts.event.EventType.CONTACT_SWITCH_REQUESTED;
import static io.throughline.contracts.event.EventType.CONTACT_UNAVAILABLE;
import static io.throughline.contracts.event.EventType.SURVEY_ANSWERED;

import io.throughline.contracts.event.EventType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Attributes of a contact that a platform lets its users define: flows, bots and agents set them to say what the platform
 * itself does not record. The same names are understood on every platform, in any casing:
 *
 * <table>
 * <caption>Attributes</caption>
 * <tr><td>{@code intent}, {@code caseId}, {@code segment}, {@code language}, {@code market}, {@code site}</td>
 *     <td>the fields of these names, on each event</td></tr>
 * <tr><td>{@code customerId}, {@code accountId}, {@code email}, {@code phone}</td><td>identifiers</td></tr>
 * <tr><td>{@code disposition}</td><td>wrap-up code; {@code REDIRECTED_TO_<CHANNEL>} also means that the customer was told
 *     to go there</td></tr>
 * <tr><td>{@code outcome}</td><td>{@code resolved}, {@code unresolved}</td></tr>
 * <tr><td>{@code unavailable}</td><td>{@code closed}, {@code holiday}, {@code overload}, {@code outage},
 *     {@code decommissioned}, {@code not_offered}</td></tr>
 * <tr><td>{@code selfServiceFailed}</td><td>{@code fallback}, {@code error}, {@code rejected}, {@code no_result}</td></tr>
 * <tr><td>{@code authentication}</td><td>{@code failed}, {@code locked}</td></tr>
 * <tr><td>{@code switchRequested}, {@code policyRequires}</td><td>the channel that the customer asked for, that a rule
 *     needs</td></tr>
 * <tr><td>{@code callbackRequested}</td><td>{@code customer}, {@code system}</td></tr>
 * <tr><td>{@code csat}</td><td>1 to 5, of the survey after the contact</td></tr>
 * </table>
 */
public final class CustomAttributes {

    private static final List<String> CONTEXT = List.of("intent", "caseId", "segment", "language", "site");
    private static final Pattern REDIRECTED = Pattern.compile("REDIRECTED_TO_([A-Z_]+)", Pattern.CASE_INSENSITIVE);
    private static final Set<String> OUTCOMES = Set.of("resolved", "unresolved", "unknown");
    private static final Set<String> UNAVAILABLE =
            Set.of("closed", "holiday", "overload", "outage", "decommissioned", "not_offered");
    private static final Set<String> FAILURES = Set.of("fallback", "error", "rejected", "no_result");

    private CustomAttributes() {}

    /** What attributes say about the contact in general, without identifiers. */
    public static Map<String, @Nullable Object> facts(Message attributes) {
        var facts = new LinkedHashMap<String, @Nullable Object>();
        CONTEXT.forEach(name -> facts.put(name, attributes.text(name)));
        facts.put("market", Draft.market(attributes.text("market")));
        return facts;
    }

    /** Who the customer is. */
    public static List<Map<String, String>> identifiers(Message attributes) {
        return Draft.identifiers(
                "customerId",
                attributes.text("customerId"),
                "account",
                attributes.text("accountId"),
                "email",
                attributes.text("email"),
                "phone",
                attributes.text("phone"));
    }

    /** What attributes say about the end. */
    public static Map<String, @Nullable Object> end(Message attributes) {
        var end = new LinkedHashMap<String, @Nullable Object>();
        end.put("disposition", attributes.text("disposition"));
        end.put("outcome", word(attributes, "outcome", OUTCOMES));
        return end;
    }

    /**
     * Events that only attributes tell of.
     *
     * @param draft begins an event of a type
     * @param speaker who told the customer to go elsewhere, where that is what the disposition says
     */
    public static List<Draft> drafts(Message attributes, Function<EventType, Draft> draft, String speaker) {
        var drafts = new ArrayList<Draft>();
        String unavailable = word(attributes, "unavailable", UNAVAILABLE);
        if (unavailable != null) {
            drafts.add(draft.apply(CONTACT_UNAVAILABLE).with("reason", unavailable));
        }
        String failure = word(attributes, "selfServiceFailed", FAILURES);
        if (failure != null) {
            drafts.add(draft.apply(CONTACT_SELF_SERVICE_FAILED).with("reason", failure));
        }
        String authentication = word(attributes, "authentication", Set.of("failed", "locked"));
        if (authentication != null) {
            drafts.add(draft.apply(CONTACT_AUTHENTICATION_FAILED).with("locked", authentication.equals("locked")));
        }
        String requested = attributes.text("switchRequested");
        if (requested != null) {
            drafts.add(draft.apply(CONTACT_SWITCH_REQUESTED).with("toChannel", lower(requested)));
        }
        String required = attributes.text("policyRequires");
        if (required != null) {
            drafts.add(draft.apply(CONTACT_POLICY_REQUIRES).with("toChannel", lower(required)));
        }
        String callback = word(attributes, "callbackRequested", Set.of("customer", "system"));
        if (callback != null) {
            drafts.add(draft.apply(CONTACT_CALLBACK_REQUESTED).with("by", callback));
        }
        String redirectedTo = redirectedTo(attributes.text("disposition"));
        if (redirectedTo != null) {
            drafts.add(draft.apply(CONTACT_REDIRECTED)
                    .with("toChannel", redirectedTo)
                    .with("by", speaker));
        }
        Double csat = attributes.number("csat");
        if (csat != null && csat >= 1 && csat <= 5) {
            drafts.add(draft.apply(SURVEY_ANSWERED)
                    .with("survey", "csat")
                    .with("score", csat)
                    .with("respondent", "customer"));
        }
        return drafts;
    }

    /** The channel of a wrap-up code {@code REDIRECTED_TO_<CHANNEL>}; null for any other. */
    public static @Nullable String redirectedTo(@Nullable String disposition) {
        Matcher redirect = REDIRECTED.matcher(String.valueOf(disposition));
        return redirect.matches() ? lower(redirect.group(1)) : null;
    }

    private static @Nullable String word(Message attributes, String name, Set<String> words) {
        String word = lower(attributes.text(name));
        return words.contains(word) ? word : null;
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
