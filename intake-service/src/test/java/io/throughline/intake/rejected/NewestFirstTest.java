package io.throughline.intake.rejected;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.contracts.intake.RejectedEvent;
import io.throughline.intake.rejected.NewestFirst.Range;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewestFirstTest {

    private static final RefusalFilter ALL = new RefusalFilter("acme", null, null, null, null);
    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

    /** Every page size gives the same list, whole and in order. */
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 500, 10_000})
    void pagesMergeThePartitionsByTime(int limit) {
        var topic = topic(4, 4_000, 1.0);
        assertThat(pages(topic, ALL, limit, Integer.MAX_VALUE))
                .isEqualTo(topic.expected(ALL))
                .hasSize(4_000);
    }

    /** One match in a hundred, and pages that end long before they are full. */
    @ParameterizedTest
    @ValueSource(ints = {1, 1_000, 1_500, 5_000})
    void aBoundOnWhatIsReadLosesNothing(int maxScanned) {
        var topic = topic(3, 20_000, 0.01);
        assertThat(pages(topic, ALL, 50, maxScanned))
                .isEqualTo(topic.expected(ALL))
                .isNotEmpty();
    }

    @Test
    void anEmptyTopicIsOneEmptyPage() {
        var page = new NewestFirst(topic(2, 0, 1), ALL, topic(2, 0, 1).ranges()).page(10, 100);
        assertThat(page.refusals()).isEmpty();
        assertThat(page.next()).isNull();
    }

    private static List<Refusal> pages(Topic topic, RefusalFilter filter, int limit, int maxScanned) {
        var all = new ArrayList<Refusal>();
        Cursor next = null;
        int pages = 0;
        do {
            assertThat(pages++).isLessThan(10_000);
            var since = next;
            var ranges = topic.ranges().stream()
                    .map(range -> since == null
                            ? range
                            : new Range(
                                    range.partition(),
                                    0,
                                    Cursor.parse(since.toString())
                                            .orElseThrow()
                                            .before()
                                            .get(range.partition())))
                    .toList();
            var page = new NewestFirst(topic, filter, ranges).page(limit, maxScanned);
            assertThat(page.refusals()).hasSizeLessThanOrEqualTo(limit);
            all.addAll(page.refusals());
            next = page.next();
        } while (next != null);
        return all;
    }

    private static Topic topic(int partitions, int records, double share) {
        var random = new Random(7);
        var topic = new Topic();
        for (int i = 0; i < partitions; i++) {
            topic.partitions.add(new ArrayList<>());
        }
        for (int i = 0; i < records; i++) {
            var partition = random.nextInt(partitions);
            var list = topic.partitions.get(partition);
            var tenant = random.nextDouble() < share ? "acme" : "other";
            list.add(new Refusal(
                    new Place(partition, list.size()),
                    new RejectedEvent(tenant, "r" + i, "/s", null, List.of(), "", START.plusSeconds(i))));
        }
        return topic;
    }

    private static final class Topic implements RejectedLog.Records {
        private final List<List<Refusal>> partitions = new ArrayList<>();

        List<Range> ranges() {
            var ranges = new ArrayList<Range>();
            for (int i = 0; i < partitions.size(); i++) {
                ranges.add(new Range(i, 0, partitions.get(i).size()));
            }
            return ranges;
        }

        List<Refusal> expected(RefusalFilter filter) {
            return partitions.stream()
                    .flatMap(List::stream)
                    .filter(refusal -> filter.matches(refusal.event()))
                    .sorted(Comparator.comparing(
                                    (Refusal refusal) -> refusal.event().at())
                            .reversed())
                    .toList();
        }

        @Override
        public Optional<Refusal> at(Place place) {
            return Optional.of(partitions.get(place.partition()).get((int) place.offset()));
        }

        @Override
        public List<Refusal> between(int partition, long from, long before, RefusalFilter filter) {
            return partitions.get(partition).subList((int) from, (int) before).reversed().stream()
                    .filter(refusal -> filter.matches(refusal.event()))
                    .toList();
        }
    }
}
