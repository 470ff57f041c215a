package io.throughline.journey.domain.verdict;

import io.throughline.contracts.journey.Evidence;
import io.throughline.contracts.journey.JourneyContact.Role;
import io.throughline.journey.domain.rules.RuleVersions;
import io.throughline.journey.domain.rules.TenantRules;
import io.throughline.journey.domain.stitching.IssueContact;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the channel switches of an issue and judges each (forced-switch procedure, steps 3 to 6).
 *
 * @param contacts the issue's contacts with what they are, by start
 * @param switches by the start of the second contact
 */
public record Switches(List<RoledContact> contacts, List<JudgedSwitch> switches) {

    public Switches {
        contacts = List.copyOf(contacts);
        switches = List.copyOf(switches);
    }

    /**
     * Judges the contacts of one issue.
     *
     * @param contacts by start
     * @param habits the customer's moves in earlier journeys; this issue's are added
     * @param rules the tenant's rules through time; each switch is judged by those of its second contact's beginning
     */
    public static Switches of(List<IssueContact> contacts, Habits habits, RuleVersions rules) {
        List<RoledContact> roled = Companions.roles(contacts, rules);
        var switches = new ArrayList<JudgedSwitch>();
        IssueContact left = null;
        boolean enteredBySwitch = false;
        for (RoledContact next : roled) {
            if (next.role() != Role.CUSTOMER) {
                continue;
            }
            TenantRules then = rules.at(next.contact().startedAt());
            JudgedSwitch judged = left == null ? null : judge(left, next.contact(), enteredBySwitch, habits, then);
            if (judged != null) {
                switches.add(judged);
            }
            enteredBySwitch = judged != null;
            left = next.contact();
        }
        habits.remember(switches);
        return new Switches(roled, switches);
    }

    /** The judgement on two consecutive contacts; null where going from one to the other is no switch. */
    private static @Nullable JudgedSwitch judge(
            IssueContact from, IssueContact to, boolean enteredBySwitch, Habits habits, TenantRules rules) {
        var unjudged = new Candidate(from, to, rules);
        if (!unjudged.changesChannel()) {
            return null;
        }
        Candidate candidate = unjudged.withHabit(habits.before(unjudged));
        List<Evidence> items = EvidenceRules.collect(candidate);
        if (!SwitchWindow.holds(candidate, items)) {
            return null;
        }
        Judgement byEvents = Judgement.byEvents(items, rules.judging());
        CustomersAnswer answer = CustomersAnswer.about(candidate, enteredBySwitch);
        Judgement judgement = answer == null ? byEvents : byEvents.overriddenBy(answer, items);
        return new JudgedSwitch(
                from,
                to,
                candidate.fromChannel(),
                candidate.toChannel(),
                judgement.verdict(),
                judgement.cause(),
                judgement.detail(),
                judgement.probability(),
                answer == null ? items : with(items, answer.item()),
                answer == null ? null : answer.chose(),
                byEvents.verdict(),
                rules.version());
    }

    private static List<Evidence> with(List<Evidence> items, Evidence answer) {
        var all = new ArrayList<>(items);
        all.add(answer);
        all.sort(Items.ORDER);
        return all;
    }
}
