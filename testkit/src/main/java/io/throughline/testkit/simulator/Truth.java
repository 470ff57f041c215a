package io.throughline.testkit.simulator;

import io.throughline.contracts.journey.Verdict;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a simulated month contains, for comparison with what was found in it.
 *
 * @param customers how many people
 * @param issues in order of customer, then start
 */
public record Truth(int customers, List<PlantedIssue> issues) {

    public Truth {
        issues = List.copyOf(issues);
    }

    /** Every switch of every issue. */
    public List<PlantedSwitch> switches() {
        return issues.stream().flatMap(issue -> issue.switches().stream()).toList();
    }

    /** How many switches of each verdict; a verdict that was not planted is missing. */
    public Map<Verdict, Long> switchesByVerdict() {
        return switches().stream().collect(Collectors.groupingBy(PlantedSwitch::verdict, Collectors.counting()));
    }

    /** Issues by whether they were rated dissatisfied, with and without a forced switch. */
    public Dissatisfaction dissatisfaction() {
        return new Dissatisfaction(
                count(issue -> issue.forced() && issue.dissatisfied()),
                count(issue -> issue.forced() && issue.csat() != null),
                count(issue -> !issue.forced() && issue.dissatisfied()),
                count(issue -> !issue.forced() && issue.csat() != null));
    }

    private long count(Predicate<PlantedIssue> condition) {
        return issues.stream().filter(condition).count();
    }

    /**
     * The table behind the relative risk.
     *
     * @param forcedDissatisfied issues with a forced switch rated 1 or 2 of 5
     * @param forcedRated issues with a forced switch that were rated
     * @param otherDissatisfied the same without a forced switch
     * @param otherRated the same without a forced switch
     */
    public record Dissatisfaction(long forcedDissatisfied, long forcedRated, long otherDissatisfied, long otherRated) {

        /** How much likelier dissatisfaction is after a forced switch; NaN where a group has nobody. */
        public double relativeRisk() {
            return ((double) forcedDissatisfied / forcedRated) / ((double) otherDissatisfied / otherRated);
        }
    }
}
