package io.throughline.intake.webhook.amazonconnect;

import static io.throughline.contracts.event.EventType.CONTACT_AUTHENTICATION_FAILED;
import static io.throughline.contracts.event.EventType.CONTACT_REDIRECTED;
import static io.throughline.contracts.event.EventType.CONTACT_SELF_SERVICE_FAILED;
import static io.throughline.contracts.event.EventType.CONTACT_SWITCH_REQUESTED;
import static io.throughline.contracts.event.EventType.CONTACT_UNAVAILABLE;
import static io.throughline.contracts.event.EventType.SURVEY_ANSWERED;

import io.throughline.intake.webhook.Draft;
import io.throughline.intake.webhook.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * User-defined contact attributes, which flows and agents set. These names are understood, in any casing; a flow sets them
 * to say what Connect itself does not record:
 *
 * <table>
 * <caption>Attributes</caption>
 * <tr><td>{@code intent}, {@code caseId}, {@code segment}, {@code language}, {@code market}, {@code site}</td>
 *     <td>the fields of these names, on each event of the contact</td></tr>
 * <tr><td>{@code customerId}, {@code accountId}, {@code email}, {@code phone}</td><td>identifiers</td></tr>
 * <tr><td>{@code disposition}</td><td>wrap-up code; {@code REDIRECTED_TO_<CHANNEL>} also means that the agent (without an
 *     agent: the IVR) told the customer to go there</td></tr>
 * <tr><td>{@code outcome}</td><td>{@code resolved}, {@code unresolved}</td></tr>
 * <tr><td>{@code unavailable}</td><td>{@code closed}, {@code holiday}, {@code overload}, {@code outage},
 *     {@code decommissioned}, {@code not_offered}</td></tr>
 * <tr><td>{@code selfServiceFailed}</td><td>{@code fallback}, {@code error}, {@code rejected}, {@code no_result}</td></tr>
 * <tr><td>{@code authentication}</td><td>{@code failed}, {@code locked}</td></tr>
 * <tr><td>{@code switchRequested}</td><td>the channel the customer asked for</td></tr>
 * <tr><td>{@code csat}</td><td>1 to 5, of the survey after the contact</td></tr>
 * </table>
 */
final class Attributes {

    private static final List<String> CONTEXT = List.of("intent", "caseId", "segment", "language", "site");
    private static final Pattern REDIRECTED = Pattern.compile("REDIRECTED_TO_([A-Z_]+)", Pattern.CASE_INSENSITIVE);
    private static final Set<String> OUTCOMES = Set.of("resolved", "unresolved", "unknown");
    private static final Set<String> UNAVAILABLE =
            Set.of("closed", "holiday", "overload", "outage", "decommissioned", "not_offered");
    private static final Set<String> FAILURES = Set.of("fallback", "error", "rejected", "no_result");

    private Attributes() {}

    /** What attributes say about the contact in general. */
    static Map<String, @Nullable Object> facts(Message contact) {
        Message attributes = contact.object("attributes");
        var facts = new LinkedHashMap<String, @Nullable Object>();
        CONTEXT.forEach(name -> facts.put(name, attributes.text(name)));
        facts.put("market", Draft.market(attributes.text("market")));
        return facts;
    }

    /** What attributes say about the end. */
    static Map<String, @Nullable Object> end(Message contact) {
        Message attributes = contact.object("attributes");
        var end = new LinkedHashMap<String, @Nullable Object>();
        end.put("disposition", attributes.text("disposition"));
        end.put("outcome", word(attributes, "outcome", OUTCOMES));
        return end;
    }

    /** Events that only attributes tell of. They have no time of their own: nothing of it is later than the end. */
    static List<Draft> drafts(Contact contact, Instant ended) {
        Message attributes = contact.message().object("attributes");
        var drafts = new ArrayList<Draft>();
        String unavailable = word(attributes, "unavailable", UNAVAILABLE);
        if (unavailable != null) {
            drafts.add(contact.draft(CONTACT_UNAVAILABLE, ended).with("reason", unavailable));
        }
        String failure = word(attributes, "selfServiceFailed", FAILURES);
        if (failure != null) {
            drafts.add(contact.draft(CONTACT_SELF_SERVICE_FAILED, ended).with("reason", failure));
        }
        String authentication = word(attributes, "authentication", Set.of("failed", "locked"));
        if (authentication != null) {
            drafts.add(contact.draft(CONTACT_AUTHENTICATION_FAILED, ended)
                    .with("locked", authentication.equals("locked")));
        }
        String requested = attributes.text("switchRequested");
        if (requested != null) {
            drafts.add(contact.draft(CONTACT_SWITCH_REQUESTED, ended).with("toChannel", lower(requested)));
        }
        Matcher redirect = REDIRECTED.matcher(String.valueOf(attributes.text("disposition")));
        if (redirect.matches()) {
            boolean byAgent = !contact.message().object("agent").isEmpty();
            drafts.add(contact.draft(CONTACT_REDIRECTED, ended)
                    .with("toChannel", lower(redirect.group(1)))
                    .with("by", byAgent ? "agent" : "ivr"));
        }
        Double csat = attributes.number("csat");
        if (csat != null && csat >= 1 && csat <= 5) {
            // One answer, however often the record is published: without the time of update.
            drafts.add(Draft.of(SURVEY_ANSWERED, "record:" + contact.id() + ":csat", contact.id(), ended)
                    .with("survey", "csat")
                    .with("score", csat)
                    .with("respondent", "customer"));
        }
        return drafts;
    }

    private static @Nullable String word(Message attributes, String name, Set<String> words) {
        String word = lower(attributes.text(name));
        return words.contains(word) ? word : null;
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
