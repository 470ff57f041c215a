package io.throughline.testkit.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.json.ContractJson;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/**
 * Writes a month of contacts of a Hong Kong company and knows the truth about them. The same arguments give the same
 * month on every machine; the first customers of a larger month are those of a smaller one.
 *
 * <p>Issues of one customer are about different intents, so that the default rules keep them apart even where they
 * overlap in time.
 */
public final class Simulator {

    /** As many customers as give 20,000 to 30,000 events. */
    public static final int CUSTOMERS = 3_000;

    private static final List<Weighted<Integer>> ISSUES =
            List.of(new Weighted<>(1, 91), new Weighted<>(2, 8), new Weighted<>(3, 1));
    /** Share of a customer's further issues that come up while the one before is fresh. */
    private static final double AT_ONCE = 0.4;

    private final long seed;
    private final YearMonth month;
    private final Instant end;
    private final List<ContactEvent> events = new ArrayList<>();
    private final List<PlantedIssue> issues = new ArrayList<>();

    private Simulator(long seed, YearMonth month) {
        this.seed = seed;
        this.month = month;
        this.end = month.plusMonths(1).atDay(1).atStartOfDay(Company.ZONE).toInstant();
    }

    /**
     * A month, in Hong Kong time.
     *
     * @param customers 1 to 100,000
     * @throws IllegalArgumentException when customers is out of range
     */
    public static SimulatedMonth month(long seed, YearMonth month, int customers) {
        if (customers < 1 || customers > Persona.MOST) {
            throw new IllegalArgumentException("customers must be within 1.." + Persona.MOST);
        }
        var simulator = new Simulator(seed, month);
        for (int number = 0; number < customers; number++) {
            simulator.writeCustomer(number);
        }
        simulator.events.sort(Comparator.comparing(ContactEvent::time)
                .thenComparing(ContactEvent::source)
                .thenComparing(ContactEvent::id));
        return new SimulatedMonth(seed, month, simulator.events, new Truth(customers, simulator.issues));
    }

    /** An event as a platform sends it: one line of structured CloudEvents JSON. */
    public static String toJson(ContactEvent event) {
        try {
            return ContractJson.MAPPER.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The contract cannot write " + event.type(), e);
        }
    }

    private void writeCustomer(int number) {
        var chance = new Chance(seed, month.getYear(), month.getMonthValue(), number);
        var persona = Persona.invent(number, chance);
        int count = chance.weighted(ISSUES);
        var written = new ArrayList<ContactEvent>();
        var intents = new HashSet<String>();
        int contacts = 0;
        Instant start = Company.anyTime(month, chance);
        while (intents.size() < count) {
            var intent = Preferences.intent(chance);
            if (intents.add(intent)) {
                var issue = writeIssue(persona, intent, start, count == 1, contacts, chance);
                written.addAll(issue.events());
                contacts += issue.contactsWritten();
                start = chance.yes(AT_ONCE)
                        ? start.plus(chance.between(Duration.ofMinutes(10), Duration.ofHours(10)))
                        : Company.anyTime(month, chance);
            }
        }
        written.addAll(MissingLinks.of(persona, written, end, chance));
        events.addAll(written);
    }

    /** One issue. A story that would run past the end of the month begins earlier. */
    private IssueScript writeIssue(
            Persona persona, String intent, Instant start, boolean onlyIssue, int contacts, Chance chance) {
        var entryChannel = Preferences.firstChannel(intent, chance);
        var story = Story.beginningOn(entryChannel, chance);
        for (Instant at = start; ; at = at.minus(Duration.ofDays(1))) {
            var issue = new IssueScript(persona, intent, entryChannel, at, onlyIssue, contacts, chance);
            story.script().accept(issue);
            if (issue.now().isBefore(end)) {
                issues.add(issue.planted(story.name()));
                return issue;
            }
        }
    }
}
