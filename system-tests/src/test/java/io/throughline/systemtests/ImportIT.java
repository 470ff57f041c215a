package io.throughline.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.local.backfill.Backfill;
import io.throughline.local.backfill.Checkpoint;
import io.throughline.local.backfill.Translation;
import io.throughline.local.backfill.mapping.Mapping;
import io.throughline.local.client.Api;
import io.throughline.local.report.Measured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The examples of docs/import.md: history of years ago goes in by their mappings, twice, and the KPIs are those that a
 * person works out from the rows.
 */
@ExtendWith(SharedStack.class)
class ImportIT {

    private static final Path EXAMPLES = Path.of("../docs/examples/import");
    private static final Instant CALLS_FROM = Instant.parse("2021-02-01T00:00:00Z");
    private static final Instant CALLS_TO = Instant.parse("2021-02-03T00:00:00Z");
    private static final Instant TICKETS_FROM = Instant.parse("2023-05-30T00:00:00Z");
    private static final Instant TICKETS_TO = Instant.parse("2023-06-02T00:00:00Z");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path directory;

    @Test
    void historyGivesTheKpisOfItsRows(RunningStack stack) throws IOException {
        try (var api = stack.api(Tenant.IMPORT)) {
            load(api);
            var once = settled(stack);
            load(api);
            var twice = settled(stack);

            // 6 calls with 25 events, 7 tickets with 23.
            assertThat(once.events()).hasSize(48);
            assertThat(twice.events()).hasSize(96);
            assertThat(twice.published()).isEqualTo(once.published());
            calls(api);
            tickets(api);
        }
    }

    private void calls(Api api) {
        assertThat(ask(api, "journeys.count", CALLS_FROM, CALLS_TO).denominator())
                .isEqualTo(6);
        // A3 gave up.
        assertThat(ask(api, "abandonment.rate", CALLS_FROM, CALLS_TO).value()).isEqualTo(1 / 6.0);
        // A1 20 s, A2 95 s, A4 50 s, A5 15 s; how long A6 waited cannot be read.
        assertThat(ask(api, "asa", CALLS_FROM, CALLS_TO).value()).isEqualTo(180 / 4.0);
        // A1, A2 and A5.
        assertThat(ask(api, "resolution.rate", CALLS_FROM, CALLS_TO).value()).isEqualTo(3 / 6.0);
        // 5, 4, 1 and 2.
        assertThat(ask(api, "csat.mean", CALLS_FROM, CALLS_TO).value()).isEqualTo(12 / 4.0);
    }

    private void tickets(Api api) {
        assertThat(ask(api, "journeys.count", TICKETS_FROM, TICKETS_TO).denominator())
                .isEqualTo(7);
        // All but 7004 and 7005; two of a customer each are four issues.
        assertThat(ask(api, "resolution.rate", TICKETS_FROM, TICKETS_TO).value())
                .isEqualTo(5 / 7.0);
        assertThat(ask(api, "contacts.per-resolution", TICKETS_FROM, TICKETS_TO).value())
                .isEqualTo(1.0);
        // 5, 4, 2, 1 and 4.
        assertThat(ask(api, "csat.mean", TICKETS_FROM, TICKETS_TO).value()).isEqualTo(16 / 5.0);
        assertThat(satisfiedByChannel(api))
                .containsExactlyInAnyOrderEntriesOf(Map.of("email", "1/2", "chat", "2/2", "phone", "0/1"));
    }

    private void load(Api api) throws IOException {
        load(api, "phone-calls", new Checkpoint(6, 25, 3, 0, 0));
        load(api, "support-tickets", new Checkpoint(8, 23, 4, 1, 0));
    }

    private void load(Api api, String example, Checkpoint expected) throws IOException {
        var rows = Files.copy(
                EXAMPLES.resolve(example + ".csv"),
                directory.resolve(example + ".csv"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        var mapping = Mapping.read(Files.readString(EXAMPLES.resolve(example + ".yaml")));
        var report = directory.resolve(example + ".rejected.csv");
        try (var input = Translation.of(rows, mapping)) {
            var done =
                    new Backfill(input, api, Checkpoint.Store.of(directory, rows), report, (events, bytes) -> {}).run();
            assertThat(done)
                    .isEqualTo(new Checkpoint(
                            expected.rows(),
                            expected.accepted(),
                            expected.refused(),
                            expected.changed(),
                            Files.size(report)));
        }
    }

    private static Outcome settled(RunningStack stack) {
        var outcome = Outcome.await(stack, Tenant.IMPORT, PATIENCE);
        assertThat(outcome.published().differences(outcome.recomputed())).isEmpty();
        return outcome;
    }

    private static Measured ask(Api api, String kpi, Instant from, Instant to) {
        return Measured.ask(api, kpi, from, to);
    }

    private static Map<String, String> satisfiedByChannel(Api api) {
        var shares = new TreeMap<String, String>();
        api.get("/v1/kpis?kpi=csat.top2&window=all&groupBy=channel&from=" + TICKETS_FROM + "&to=" + TICKETS_TO)
                .path("series")
                .forEach(value -> shares.put(
                        value.at("/dimensions/channel").asText(),
                        value.path("numerator").asText() + "/"
                                + value.path("denominator").asText()));
        return shares;
    }
}
