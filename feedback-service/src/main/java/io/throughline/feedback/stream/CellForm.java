package io.throughline.feedback.stream;

import static io.throughline.feedback.stream.CompactForm.count;
import static io.throughline.feedback.stream.CompactForm.kpi;
import static io.throughline.feedback.stream.CompactForm.number;
import static io.throughline.feedback.stream.CompactForm.sums;
import static io.throughline.feedback.stream.CompactForm.time;
import static io.throughline.feedback.stream.CompactForm.write;

import io.throughline.contracts.kpi.Kpi.State;
import io.throughline.feedback.domain.cell.Cell;
import io.throughline.feedback.domain.cell.Figure;
import io.throughline.feedback.domain.kpi.KpiId;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/** How a cell is written. */
final class CellForm {

    static final Serde<Cell> SERDE = CompactForm.serde(CellForm::writeCell, CellForm::cell);

    private static final List<State> STATES = List.of(State.PROVISIONAL, State.MATURED);

    private CellForm() {}

    private static void writeCell(Cell cell, DataOutput to) throws IOException {
        write(cell.asOf(), to);
        write(cell.figures().size(), to);
        for (var entry : cell.figures().entrySet()) {
            write(entry.getKey(), to);
            writeFigure(entry.getValue(), to);
        }
    }

    private static Cell cell(ByteBuffer from) {
        var asOf = time(from);
        var figures = new TreeMap<KpiId, Figure>();
        int count = count(from);
        for (int i = 0; i < count; i++) {
            KpiId kpi = kpi(from);
            Figure figure = figure(from);
            if (kpi != null) {
                figures.put(kpi, figure);
            }
        }
        return new Cell(asOf, figures);
    }

    private static void writeFigure(Figure figure, DataOutput to) throws IOException {
        to.writeByte(place(figure.toldState()));
        write(figure.sums(), to);
        write(figure.revision(), to);
    }

    private static Figure figure(ByteBuffer from) {
        var toldState = state(from.get());
        return new Figure(sums(from), toldState, number(from));
    }

    private static int place(@Nullable State state) {
        return state == null ? 0 : 1 + STATES.indexOf(state);
    }

    private static @Nullable State state(int place) {
        return place == 0 ? null : STATES.get(place - 1);
    }
}
