package io.throughline.feedback.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.throughline.contracts.json.ContractJson;
import io.throughline.contracts.kpi.KpiRevision;
import io.throughline.servicekit.sink.Changes;
import io.throughline.servicekit.sink.Rows;
import io.throughline.testkit.stack.StackResource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A value of which ten entries of 10 each were told yesterday; rebuilt, feedback-service tells it in five of 16. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "database", value = "feedback"))
class LedgerTableTest {

    private static final String TENANT = "told-anew";
    private static final OffsetDateTime DAY = OffsetDateTime.parse("2026-11-01T00:00:00+08:00");

    @Inject
    LedgerTable ledger;

    @Inject
    MovedValues moved;

    @Inject
    DataSource database;

    @BeforeEach
    void nothingIsTold() {
        Rows.run(database, "delete from ledger_entry where tenant = '" + TENANT + "'");
    }

    @Test
    void whatIsToldAnewReplacesAllThatWasToldBefore() throws Exception {
        write(story(1, 10, 10, 0));
        yesterday();

        write(story(1, 5, 16, 100));

        assertThat(sum()).isEqualTo(80);
        assertThat(movedSinceAnHour()).as("entries that say something else").isEqualTo(5);
    }

    @Test
    void theNextCorrectionHasMoved() throws Exception {
        write(story(1, 10, 10, 0));
        write(story(1, 5, 16, 100));
        yesterday();

        write(story(6, 6, -5, 105));

        assertThat(sum()).isEqualTo(75);
        assertThat(movedSinceAnHour()).isEqualTo(1);
    }

    @Test
    void bothStoriesCanBeReadTogether() throws Exception {
        var both = story(1, 10, 10, 0);
        both.addAll(story(1, 5, 16, 100));

        write(both);

        assertThat(sum()).isEqualTo(80);
    }

    @Test
    void whatIsReadTwiceHasNotMoved() throws Exception {
        write(story(1, 10, 10, 0));
        yesterday();

        write(story(1, 10, 10, 0));

        assertThat(sum()).isEqualTo(100);
        assertThat(movedSinceAnHour()).isZero();
    }

    /** An instance that has lost the partition writes what it had read. */
    @Test
    void anOlderBatchThatIsWrittenLateChangesNothing() throws Exception {
        write(story(1, 10, 10, 0));
        write(story(1, 5, 16, 100));
        yesterday();

        write(story(1, 1, 10, 0));

        assertThat(sum()).isEqualTo(80);
        assertThat(movedSinceAnHour()).isZero();
    }

    /** As an earlier version left it: the first five entries told anew, and the other five of before. */
    @Test
    void theTopicIsReadAgain() throws Exception {
        write(story(1, 10, 10, 0));
        write(story(1, 1, 16, 100));
        write(story(2, 5, 16, 101));
        write(story(6, 10, 10, 105));
        Rows.run(database, "update ledger_entry set position = -1 where tenant = '" + TENANT + "'");
        assertThat(sum()).isEqualTo(130);

        write(story(1, 10, 10, 0));
        write(story(1, 5, 16, 100));

        assertThat(sum()).isEqualTo(80);
    }

    /** What no longer is on the topic stays, and what is there as it was has not moved. */
    @Test
    void whatIsReadAgainHasNotMoved() throws Exception {
        write(story(1, 10, 10, 0));
        yesterday();
        Rows.run(database, "update ledger_entry set position = -1 where tenant = '" + TENANT + "'");

        write(story(1, 4, 10, 0));

        assertThat(sum()).isEqualTo(100);
        assertThat(movedSinceAnHour()).isZero();
    }

    /** Records of entries that add so much each, the first at an offset. */
    private static List<ConsumerRecord<String, byte[]>> story(int first, int last, long change, long offset)
            throws IOException {
        var records = new ArrayList<ConsumerRecord<String, byte[]>>();
        for (int revision = first; revision <= last; revision++) {
            var entry = new KpiRevision(
                    TENANT,
                    "journeys.count",
                    null,
                    "P1D",
                    "Asia/Hong_Kong",
                    DAY,
                    DAY.plusDays(1),
                    Collections.unmodifiableSortedMap(new TreeMap<>()),
                    1.0,
                    2.0,
                    BigDecimal.valueOf(change),
                    0,
                    "a test",
                    List.of(),
                    revision);
            var json = ContractJson.MAPPER.writeValueAsBytes(entry);
            records.add(new ConsumerRecord<>("ledger", 0, offset + revision - first, TENANT, json));
        }
        return records;
    }

    private void write(List<ConsumerRecord<String, byte[]>> records) throws IOException {
        var rows = new LinkedHashMap<String, LedgerTable.Row>();
        for (var record : records) {
            var row = LedgerTable.Row.read(record, record.value());
            rows.put(row.identity(), row);
        }
        ledger.apply(new Changes<>(Set.of(), rows));
    }

    private void yesterday() {
        Rows.run(
                database,
                "update ledger_entry set written_at = now() - interval '1 day' where tenant = '" + TENANT + "'");
    }

    private long sum() {
        return movedSince(Instant.EPOCH).getFirst().numeratorChange().longValueExact();
    }

    private long movedSinceAnHour() {
        return movedSince(Instant.now().minus(Duration.ofHours(1))).stream()
                .mapToLong(MovedValues.Moved::entries)
                .sum();
    }

    private List<MovedValues.Moved> movedSince(Instant since) {
        return moved.since(TENANT, "journeys.count", since, ZoneId.of("Asia/Hong_Kong"), 10);
    }
}
