package io.throughline.feedback.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.feedback.domain.cell.Cell;
import io.throughline.feedback.domain.cell.CellChanges;
import io.throughline.feedback.domain.cell.CellKey;
import io.throughline.feedback.domain.cell.Mover;
import io.throughline.feedback.domain.cell.Moves;
import io.throughline.feedback.domain.cell.Publication;
import io.throughline.feedback.domain.kpi.Contributions;
import io.throughline.feedback.domain.kpi.KpiId;
import io.throughline.feedback.domain.kpi.KpiRule;
import io.throughline.feedback.domain.kpi.KpiRules;
import io.throughline.servicekit.tracing.Trail;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

/** What the stream keeps is read as it was written. */
class StateFormTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Hong_Kong");
    private static final Instant FROM = Instant.parse("2026-11-01T00:00:00.123456789Z");

    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final Map<CellKey, Cell> cells = new HashMap<>();

    @Test
    void isReadAsItWasWritten() {
        var history = new RandomHistory(7, FROM);
        for (int i = 0; i < 200; i++) {
            history.step(journey -> {}, (tenant, id) -> {});
        }
        history.standing().values().forEach(journey -> {
            var contributions = Contributions.of(journey);
            same(StateSerdes.COUNTED_JOURNEY, CountedJourney.of(ZONE, contributions));
            var mover = new Mover(journey.journeyId(), journey.revision(), journey.asOf());
            CellChanges.between(journey.tenant(), ZONE, List.of(), contributions)
                    .forEach((key, changes) -> {
                        var move = new CellMessage.Move(changes, mover);
                        same(StateSerdes.CELL_MESSAGE, move);
                        same(
                                StateSerdes.WAITING,
                                new Waiting("a cell", Trail.valueOf(TRACE + " @17"), List.of(move, move)));
                        Cell cell = cells.getOrDefault(key, Cell.NEW);
                        var moves = new Moves().add(changes, mover);
                        cells.put(key, Publication.of(key, cell, moves, FROM, 3).cell());
                    });
        });
        assertThat(cells).hasSizeGreaterThan(100);
        cells.values().forEach(cell -> same(CellForm.SERDE, cell));
        same(StateSerdes.WAITING, new Waiting("a cell", Trail.NONE, List.of()));
        same(StateSerdes.CELL_MESSAGE, new CellMessage.Time(FROM));
        same(StateSerdes.TENANT_CLOCK, new TenantClock(FROM, Instant.EPOCH));
    }

    /** Two bytes name a KPI. One that would share them with another needs another name. */
    @Test
    void namesEachKpiByACodeOfItsOwn() {
        assertThat(KpiRules.ALL).extracting(KpiRule::id).extracting(KpiId::code).doesNotHaveDuplicates();
    }

    private static <T> void same(Serde<T> serde, T value) {
        byte[] written = serde.serializer().serialize("any", value);
        assertThat(serde.deserializer().deserialize("any", written)).isEqualTo(value);
    }
}
