package io.throughline.journey.domain.preview;

import io.throughline.contracts.journey.ChannelSwitch;
import io.throughline.contracts.journey.Evidence.Strength;
import io.throughline.contracts.journey.Verdict;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What other rules would change about the past, in numbers; customers are added one by one. */
public final class Totals {

    private long customers;
    private long journeysBefore;
    private long journeysAfter;
    private long changedSwitches;

    private final SortedMap<String, Change> byVerdict = new TreeMap<>();
    private final SortedMap<String, Change> byCause = new TreeMap<>();
    private final SortedMap<JourneyEffect.Kind, Long> journeys = new TreeMap<>();
    private Share strictBefore = Share.NONE;
    private Share strictAfter = Share.NONE;
    private Share probableBefore = Share.NONE;
    private Share probableAfter = Share.NONE;

    /** A number by the present rules, and by the other ones. */
    public record Change(long before, long after) {
        Change plus(long more, long moreAfter) {
            return new Change(before + more, after + moreAfter);
        }
    }

    /** A share as numerator and denominator. */
    public record Share(long numerator, long denominator) {

        static final Share NONE = new Share(0, 0);

        Share plus(boolean counts) {
            return new Share(numerator + (counts ? 1 : 0), denominator + 1);
        }
    }

    /** A share by the present rules, and by the other ones. */
    public record ShareChange(Share before, Share after) {}

    /**
     * All numbers.
     *
     * @param switchesByVerdict how many switches of each verdict
     * @param switchesByCause how many of each cause; those without one are in none
     * @param changedSwitches judged differently, or new, or gone
     * @param changedJourneys how many groups of journeys were put together differently, by kind
     * @param forcedStrict as KPI {@code switch.forced:strict}: forced by proof, of all with a verdict either way
     * @param forcedProbable as KPI {@code switch.forced:probable}: forced by proof, support or the customer's word
     */
    public record Summary(
            long customers,
            Change journeys,
            SortedMap<String, Change> switchesByVerdict,
            SortedMap<String, Change> switchesByCause,
            long changedSwitches,
            SortedMap<JourneyEffect.Kind, Long> changedJourneys,
            ShareChange forcedStrict,
            ShareChange forcedProbable) {}

    /** Counts a customer. */
    public void addCustomer() {
        customers++;
    }

    /** Adds a customer's past, or a part of it. */
    public void add(Effect effect) {
        journeysBefore += effect.journeysBefore().size();
        journeysAfter += effect.journeysAfter().size();
        changedSwitches += effect.switches().size();
        effect.journeys().forEach(changed -> journeys.merge(changed.kind(), 1L, Long::sum));
        count(effect.switchesBefore(), 1, 0);
        count(effect.switchesAfter(), 0, 1);
        for (ChannelSwitch one : effect.switchesBefore()) {
            strictBefore = strict(strictBefore, one);
            probableBefore = probable(probableBefore, one);
        }
        for (ChannelSwitch one : effect.switchesAfter()) {
            strictAfter = strict(strictAfter, one);
            probableAfter = probable(probableAfter, one);
        }
    }

    /** Customers that were counted. */
    public long customers() {
        return customers;
    }

    /** The numbers so far. */
    public Summary summary() {
        return new Summary(
                customers,
                new Change(journeysBefore, journeysAfter),
                byVerdict,
                byCause,
                changedSwitches,
                journeys,
                new ShareChange(strictBefore, strictAfter),
                new ShareChange(probableBefore, probableAfter));
    }

    private void count(List<ChannelSwitch> switches, long before, long after) {
        for (ChannelSwitch one : switches) {
            count(byVerdict, one.verdict().name(), before, after);
            if (one.cause() != null) {
                count(byCause, one.cause().name(), before, after);
            }
        }
    }

    private static void count(SortedMap<String, Change> counts, String name, long before, long after) {
        counts.put(name, counts.getOrDefault(name, new Change(0, 0)).plus(before, after));
    }

    private static Share strict(Share share, ChannelSwitch one) {
        boolean proven = one.evidence().stream().anyMatch(item -> item.strength() == Strength.P);
        return one.verdict() == Verdict.UNDETERMINED ? share : share.plus(forced(one) && proven);
    }

    private static Share probable(Share share, ChannelSwitch one) {
        return one.verdict() == Verdict.UNDETERMINED ? share : share.plus(forced(one));
    }

    private static boolean forced(ChannelSwitch one) {
        return one.verdict() == Verdict.FORCED || one.verdict() == Verdict.FORCED_WITH_CONSENT;
    }
}
