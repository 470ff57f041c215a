package io.throughline.feedback.stream;

import static io.throughline.testkit.journey.SampleContact.START;
import static io.throughline.testkit.journey.SampleContact.on;
import static io.throughline.testkit.journey.SampleJourney.journey;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.throughline.contracts.event.Outcome;
import io.throughline.contracts.kpi.Kpi;
import io.throughline.contracts.kpi.KpiRevision;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedbackTopologyTest {

    private static final ZoneId HONG_KONG = ZoneId.of("Asia/Hong_Kong");
    private static final String DAY = "acme|fcr.gross:w7d|P1D|2026-11-01T00:00:00+08:00";
    private static final String OVER = "acme|fcr.gross:w7d|PT1H|2026-11-01T10:00:00+08:00";
    /** Less than a beat, and a thirtieth of 24 of them. */
    private static final Duration LATE = Duration.ofMillis(400);

    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @TempDir
    Path state;

    private Driven stream;

    @BeforeEach
    void start() {
        stream = new Driven(state, HONG_KONG);
    }

    @AfterEach
    void stop() {
        stream.close();
    }

    @Test
    void isTheApprovedGraph() throws IOException {
        var printed = new FeedbackTopology(
                        tenant -> HONG_KONG,
                        30,
                        Driven.BEAT,
                        new StreamMeters(new SimpleMeterRegistry()),
                        Stores::inMemoryKeyValueStore)
                .build()
                .describe()
                .toString();

        assertThat(printed).isEqualTo(Files.readString(Path.of("src/test/resources/topology.txt")));
    }

    @Test
    void publishesEveryWindowAndGroupingOfAJourney() {
        stream.send(journey("j").contact(on("phone")).build()).beat();

        assertThat(stream.latest().keySet())
                .filteredOn(key -> key.startsWith("acme|fcr.gross:w7d|"))
                .containsExactlyInAnyOrder(
                        DAY,
                        DAY + "|channel=phone",
                        DAY + "|intent=bill-payment",
                        DAY + "|market=HK",
                        DAY + "|channel=phone|intent=bill-payment",
                        "acme|fcr.gross:w7d|PT1H|2026-11-01T10:00:00+08:00",
                        "acme|fcr.gross:w7d|PT1H|2026-11-01T10:00:00+08:00|channel=phone");
    }

    @Test
    void publishesWhatAnAnalystReads() {
        stream.send(journey("j1").build())
                .send(journey("j2").build())
                .send(journey("j3")
                        .contact(on("chat").outcome(Outcome.UNRESOLVED))
                        .build())
                .beat();

        Kpi day = stream.latest().get(DAY);
        assertThat(day.value()).isEqualTo(2 / 3.0);
        assertThat(day.numerator()).isEqualTo(BigDecimal.TWO);
        assertThat(day.denominator()).isEqualTo(3);
        assertThat(day.start()).hasToString("2026-11-01T00:00+08:00");
        assertThat(day.end()).hasToString("2026-11-02T00:00+08:00");
        assertThat(day.state()).isEqualTo(Kpi.State.PROVISIONAL);
        assertThat(day.maturesAt()).isEqualTo(Instant.parse("2026-11-08T16:00:00Z"));
        assertThat(day.small()).as("three are enough in these tests").isFalse();
        assertThat(day.revision()).isEqualTo(1);
        assertThat(day.asOf()).isEqualTo(START);
        assertThat(stream.latest().get(DAY + "|channel=chat").small()).isTrue();
    }

    @Test
    void publishesOnceForAllThatMovedWithinABeat() {
        stream.send(journey("j1").build()).send(journey("j2").build()).beat();

        assertThat(ledgerOf(DAY)).singleElement().satisfies(entry -> {
            assertThat(entry.cause()).isEqualTo("2 journeys");
            assertThat(entry.journeys()).containsExactly("j1", "j2");
            assertThat(entry.oldValue()).isNull();
            assertThat(entry.newValue()).isEqualTo(1);
        });
    }

    @Test
    void gathersMovesWhileItWorksOffABacklog() {
        for (int beat = 1; beat < 6; beat++) {
            stream.send(journey("j" + beat).build(), null, stream.now().minusSeconds(3));
            assertThat(stream.singleBeat()).as("beat %d, 3 s are six", beat).isEmpty();
        }
        stream.send(journey("j6").build(), null, stream.now().minusSeconds(3));
        assertThat(stream.singleBeat()).isNotEmpty();
        assertThat(stream.latest().get(DAY).denominator()).isEqualTo(6);

        stream.send(journey("j7").build(), null, stream.now().minusSeconds(3));
        assertThat(stream.singleBeat()).isEmpty();
        stream.singleBeat();
        stream.singleBeat();
        assertThat(stream.singleBeat()).as("nothing more to work off").isNotEmpty();

        stream.send(journey("j8").build(), null, stream.now().minusMillis(400));
        assertThat(stream.singleBeat()).as("not late").isNotEmpty();
    }

    @Test
    void anHourThatIsOverWaitsThirtyTimesAsLongAsItsJourneysDid() {
        twentyThreeLateJourneysWhen(START.plus(Duration.ofHours(2)));
        assertThat(stream.latest().get(DAY).denominator())
                .as("told every beat, with the one that moved time")
                .isEqualTo(24);
        assertThat(stream.latest()).doesNotContainKey(OVER);

        stream.send(journey("j24").build(), null, stream.now().minus(LATE));
        stream.singleBeat();
        assertThat(stream.latest().get(OVER).denominator())
                .as("twelve seconds are twenty-four beats")
                .isEqualTo(24);

        stream.send(journey("last").build(), null, stream.now().minus(LATE));
        stream.singleBeat();
        stream.singleBeat();
        stream.singleBeat();
        assertThat(stream.latest().get(OVER).denominator())
                .as("nothing more to work off")
                .isEqualTo(25);
    }

    @Test
    void aDayThatIsOverWaitsLikeItsHours() {
        twentyThreeLateJourneysWhen(START.plus(Duration.ofDays(2)));
        assertThat(stream.latest()).doesNotContainKey(DAY);

        for (String journey : List.of("j24", "j25")) {
            stream.send(journey(journey).build(), null, stream.now().minus(LATE));
            stream.singleBeat();
        }
        assertThat(stream.latest().get(DAY).denominator())
                .as("two cells at a time, its hour's before it")
                .isEqualTo(25);
    }

    @Test
    void gathersNoLongerThanTwentySecondsHoweverLateJourneysAre() {
        for (int beat = 1; beat < 40; beat++) {
            stream.send(journey("j" + beat).build(), null, stream.now().minusSeconds(3_600));
            assertThat(stream.singleBeat()).as("beat %d", beat).isEmpty();
        }
        stream.send(journey("j40").build(), null, stream.now().minusSeconds(3_600));
        assertThat(stream.singleBeat()).isNotEmpty();
        assertThat(stream.latest().get(DAY).denominator()).isEqualTo(40);
    }

    @Test
    void restatesWhatALaterRevisionChanges() {
        stream.send(journey("j").build()).beat();
        stream.send(journey("j")
                        .revision(2)
                        .contact(on("phone").outcome(Outcome.UNRESOLVED))
                        .build())
                .beat();

        assertThat(stream.latest().get(DAY).value()).isZero();
        assertThat(stream.latest().get(DAY).revision()).isEqualTo(2);
        KpiRevision entry = ledgerOf(DAY).getLast();
        assertThat(entry.oldValue()).isEqualTo(1);
        assertThat(entry.newValue()).isZero();
        assertThat(entry.numeratorChange()).isEqualTo(new BigDecimal(-1));
        assertThat(entry.denominatorChange()).isZero();
        assertThat(entry.cause()).isEqualTo("journey j revision 2");
        assertThat(stream.registry
                        .counter("throughline.feedback.corrections", "tenant", "acme")
                        .count())
                .as("gross and net FCR of four windows, first of one; of the day in five groupings, of the hour in two")
                .isEqualTo(9 * (5 + 2));
    }

    @Test
    void saysNothingOfADuplicate() {
        stream.send(journey("j").build()).beat();
        stream.send(journey("j").build());

        assertThat(stream.beat()).isEmpty();
    }

    @Test
    void takesAValueBackWithItsLastJourney() {
        stream.send(journey("j").build()).beat();
        stream.withdraw("acme", "j").beat();

        assertThat(stream.latest()).isEmpty();
        assertThat(stream.kpis).filteredOn(record -> record.value() == null).isNotEmpty();
        assertThat(ledgerOf(DAY).getLast())
                .extracting(KpiRevision::newValue, KpiRevision::cause, KpiRevision::revision)
                .containsExactly(null, "journey j withdrawn", 2L);
    }

    @Test
    void ignoresTheWithdrawalOfAJourneyItNeverSaw() {
        stream.withdraw("acme", "j");

        assertThat(stream.beat()).isEmpty();
    }

    @Test
    void maturesAValueWhenTheTenantsEventTimeHasCome() {
        var matures = Instant.parse("2026-11-08T16:00:00Z");
        stream.send(journey("j").build()).beat();

        stream.send(elsewhere("j2", matures.minusMillis(1))).beat();
        assertThat(stream.latest().get(DAY).state()).isEqualTo(Kpi.State.PROVISIONAL);

        stream.send(elsewhere("j3", matures)).beat();
        Kpi day = stream.latest().get(DAY);
        assertThat(day.state()).isEqualTo(Kpi.State.MATURED);
        assertThat(day.revision()).isEqualTo(2);
        assertThat(ledgerOf(DAY).getLast())
                .extracting(KpiRevision::cause, KpiRevision::denominatorChange, KpiRevision::journeys)
                .containsExactly("matured", 0L, List.of());
    }

    @Test
    void countsWhatMovesAMaturedValueAsLate() {
        stream.send(journey("j").build())
                .send(elsewhere("j2", START.plus(Duration.ofDays(30))))
                .beat();
        stream.send(journey("j4").asOf(START.plus(Duration.ofDays(30))).build()).beat();

        assertThat(stream.registry
                        .counter("throughline.feedback.late", "tenant", "acme")
                        .count())
                .isPositive();
        assertThat(stream.latest().get(DAY).denominator()).isEqualTo(2);
    }

    @Test
    void keepsTenantsApart() {
        stream.send(journey("j").build())
                .send(journey("j").tenant("other").build())
                .beat();
        stream.withdraw("other", "j").beat();

        assertThat(stream.latest().values()).extracting(Kpi::tenant).containsOnly("acme");
        assertThat(stream.latest().get(DAY).denominator()).isEqualTo(1);
    }

    @Test
    void continuesTheTraceOfTheLastJourneyThatMovedAValue() {
        stream.send(journey("j").build(), TRACE).beat();

        assertThat(stream.kpis).isNotEmpty().allSatisfy(record -> assertThat(traceparent(record))
                .isEqualTo(TRACE));
        assertThat(stream.ledger).isNotEmpty().allSatisfy(record -> assertThat(traceparent(record))
                .isEqualTo(TRACE));
    }

    /** Time has come to here; at each of 23 beats a late journey of {@link #START} comes. */
    private void twentyThreeLateJourneysWhen(Instant now) {
        stream.send(journey("now").contact(on("phone").at(now)).asOf(now).build())
                .beat();
        for (int beat = 1; beat < 24; beat++) {
            stream.send(journey("j" + beat).build(), null, stream.now().minus(LATE));
            stream.singleBeat();
        }
    }

    /** A journey in another month, which only moves the clock. */
    private static io.throughline.contracts.journey.Journey elsewhere(String id, Instant asOf) {
        return journey(id)
                .contact(on("phone").at(START.minus(Duration.ofDays(60))))
                .asOf(asOf)
                .build();
    }

    private List<KpiRevision> ledgerOf(String key) {
        return stream.ledger.stream()
                .filter(record -> record.key().equals(key))
                .map(TestRecord::value)
                .toList();
    }

    private static String traceparent(TestRecord<?, ?> record) {
        return new String(record.headers().lastHeader("traceparent").value(), UTF_8);
    }
}
