package io.throughline.local.demo;

import io.throughline.contracts.journey.Cause;
import io.throughline.contracts.journey.ChannelSwitch;
import io.throughline.contracts.journey.ContactRef;
import io.throughline.contracts.journey.Verdict;
import io.throughline.testkit.simulator.PlantedSwitch;
import io.throughline.testkit.simulator.Truth;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The switches that were planted against those that were found. Two are the same when they are between the same two
 * contacts.
 *
 * @param verdicts found switches by verdict, every verdict present
 * @param planted forced switches in the truth
 * @param found of those, how many were called forced
 * @param rightCause of those found, how many with the cause that was planted
 * @param falseForced switches called forced that were not planted so
 * @param byCause planted and found by planted cause, in the order of the causes
 */
record Comparison(
        Map<Verdict, Long> verdicts,
        long planted,
        long found,
        long rightCause,
        long falseForced,
        Map<Cause, CauseCount> byCause) {

    /** How many of one cause. */
    record CauseCount(long planted, long found) {}

    private record Ends(ContactRef from, ContactRef to) {}

    /** A switch planted as forced, and what it was called if it was called forced. */
    private record Match(PlantedSwitch planted, @Nullable ChannelSwitch called) {
        boolean found() {
            return called != null;
        }

        boolean rightCause() {
            return called != null && called.cause() == planted.cause();
        }
    }

    static Comparison of(Truth truth, Collection<ChannelSwitch> switches) {
        var calledForced = switches.stream()
                .filter(each -> isForced(each.verdict()))
                .collect(Collectors.toMap(each -> new Ends(each.fromContact(), each.toContact()), each -> each));
        var matches = truth.switches().stream()
                .filter(PlantedSwitch::forced)
                .map(each -> new Match(each, calledForced.get(new Ends(each.from(), each.to()))))
                .toList();
        long found = count(matches, Match::found);
        return new Comparison(
                verdicts(switches),
                matches.size(),
                found,
                count(matches, Match::rightCause),
                calledForced.size() - found,
                byCause(matches));
    }

    private static Map<Verdict, Long> verdicts(Collection<ChannelSwitch> switches) {
        var verdicts = new EnumMap<Verdict, Long>(Verdict.class);
        for (var verdict : Verdict.values()) {
            verdicts.put(verdict, 0L);
        }
        switches.forEach(each -> verdicts.merge(each.verdict(), 1L, Long::sum));
        return verdicts;
    }

    private static Map<Cause, CauseCount> byCause(List<Match> matches) {
        var byCause = new EnumMap<Cause, CauseCount>(Cause.class);
        for (var cause : Cause.values()) {
            var ofCause = matches.stream()
                    .filter(match -> match.planted().cause() == cause)
                    .toList();
            if (!ofCause.isEmpty()) {
                byCause.put(cause, new CauseCount(ofCause.size(), count(ofCause, Match::found)));
            }
        }
        return byCause;
    }

    private static long count(List<Match> matches, Predicate<Match> condition) {
        return matches.stream().filter(condition).count();
    }

    /** Share of the planted ones that were found; 1 where none was planted. */
    double recall() {
        return planted == 0 ? 1 : (double) found / planted;
    }

    /** Share of those called forced that were planted so; 1 where none was called so. */
    double precision() {
        return found + falseForced == 0 ? 1 : (double) found / (found + falseForced);
    }

    private static boolean isForced(Verdict verdict) {
        return verdict == Verdict.FORCED || verdict == Verdict.FORCED_WITH_CONSENT;
    }
}
