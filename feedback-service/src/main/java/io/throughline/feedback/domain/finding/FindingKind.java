package io.throughline.feedback.domain.finding;

import io.throughline.feedback.domain.kpi.SatisfactionKpis;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a case can say to a report. Where a kind is <em>counted by part</em>, each case falls into one part and a figure is the
 * part's share of the whole; else a figure is numerator / denominator of each part. docs/reports.md says the same in words.
 */
public enum FindingKind {
    // Of an issue.
    /** Whole: resolved or unresolved; part: number of customer contacts, 3+ for more. Satisfied among rated issues. */
    SATISFIED_BY_CONTACTS,
    /** As before; the sum of scores in units of 0.0001. */
    SCORE_BY_CONTACTS,
    /** Part: self-service, assisted or both. Satisfied among rated issues. */
    SATISFIED_BY_CHANNEL_KIND,
    /** Among issues with a switch that has a verdict either way: with a forced one that has proof. */
    MULTICHANNEL_FORCED_STRICT,
    /** As before: with a forced one. */
    MULTICHANNEL_FORCED_PROBABLE,
    /** Among all issues with a switch: with a forced one. */
    MULTICHANNEL_FORCED_LOW,
    /** As before: with a forced or an undetermined one. */
    MULTICHANNEL_FORCED_HIGH,
    /** Counted by part: the channel of the first customer contact. */
    ENTRY,
    /** Counted by part: the channel in which the last one ended. */
    EXIT,
    /** Counted by part, within the intent: where customers begin, in the words of HKACE's survey. */
    ENTRY_BY_INTENT,
    /** Whole: intent; part: channel. Solved by its first contact: no further one, and resolved. */
    FIRST_CONTACT_BY_INTENT,
    /** Counted by part: digital, both or person. */
    CHANNELS_USED,

    // Of a customer's contact.
    /** Part: how it was made (channel). Ended resolved. What happened to a recommendation is read from it. */
    CONTACT,
    /** Counted by part: the channel of the next contact after a failed self-service contact; handed-over; none. */
    AFTER_SELF_SERVICE,
    /** Seconds from the end of a failed self-service contact to the next contact. */
    SECONDS_AFTER_SELF_SERVICE,
    /** Part: after-self-service or direct. Satisfied among rated contacts with a person. */
    ASSISTED_SATISFIED,
    /** Refused because closed, or for overload. */
    REFUSED,
    /** Counted by part: why it was refused. */
    REFUSED_BECAUSE,
    /** Among contacts after the first of an issue: none that the next could know the earlier ones by. */
    HISTORY_MISSING,
    /** Counted by part when asked for by the hour: served by somebody or something. */
    SERVED,
    /** Among contacts in which the customer was asked to prove who they are: failed. */
    AUTHENTICATION_FAILED,
    /** Counted by part: what came of a failed authentication. */
    AFTER_AUTHENTICATION,
    /** Part: what required it. Among contacts in which another channel was required: the customer did not go on. */
    GIVEN_UP,

    // Of a switch.
    /** Whole: the channel left; part: the channel reached. Forced among all switches of the pair. */
    FORCED_BY_PAIR,
    /** Both contacts name the same case. */
    SAME_CASE,
    /** The next contact could know the earlier ones: same case, or handed over. */
    CONNECTED,
    /** Among switches from a contact that had identified the customer: identified again. */
    IDENTIFIED_AGAIN,

    // Of a recommendation of routing, read from the customer's next contact.
    /** Counted by part: followed, other-channel, no-contact within 24 hours. That contact ended resolved. */
    RECOMMENDATION,

    // Of an answer.
    /** Counted by part, within respondent and question: the answer. */
    ANSWER;

    private final String key = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** Its name in queries and links. */
    public String key() {
        return key;
    }

    /** Numerators are counted in units of 10^-decimals. */
    public int decimals() {
        return this == SCORE_BY_CONTACTS ? SatisfactionKpis.DECIMALS : 0;
    }

    /** The kind of a name; empty where there is none. */
    public static Optional<FindingKind> named(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
    }
}
