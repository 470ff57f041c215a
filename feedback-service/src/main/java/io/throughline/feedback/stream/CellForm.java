package io.throughline.feedback.stream;

import static io.throughline.feedback.stream.CompactForm.count;
import static io.throughline.feedback.stream.CompactForm.kpi;
import static io.throughline.feedback.stream.CompactForm.number;
import static io.throughline.feedback.stream.CompactForm.sums;
import static io.throughline.feedback.stream.CompactForm.text;
import static io.throughline.feedback.stream.CompactForm.time;
import static io.throughline.feedback.stream.CompactForm.write;
import static java.util.Objects.requireNonNull;

import io.throughline.contracts.kpi.Kpi.State;
import io.throughline.feedback.domain.cell.Cell;
import io.throughline.feedback.domain.cell.Figure;
import io.throughline.feedback.domain.kpi.KpiId;
import io.throughline.feedback.domain.kpi.Sums;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/**
 * How a cell is written. Its figures are mostly moved by the same journeys, which stand once in front of all and are named
 * by their place; what was told of a figure is written only where it is neither nothing nor what is so now.
 */
final class CellForm {

    static final Serde<Cell> SERDE = CompactForm.serde(CellForm::writeCell, CellForm::cell);

    private static final int TOLD_NOTHING = 0;
    private static final int TOLD_THE_SAME = 1;
    private static final int TOLD_OTHER = 2;

    private static final List<State> STATES = List.of(State.PROVISIONAL, State.MATURED);

    private record MoverEntry(String journeyId, long revision) {}

    private CellForm() {}

    private static void writeCell(Cell cell, DataOutput to) throws IOException {
        write(cell.asOf(), to);
        var places = new LinkedHashMap<MoverEntry, Integer>();
        for (Figure figure : cell.figures().values()) {
            figure.movers()
                    .forEach((journey, revision) ->
                            places.putIfAbsent(new MoverEntry(journey, revision), places.size()));
        }
        write(places.size(), to);
        for (MoverEntry mover : places.keySet()) {
            write(mover.journeyId(), to);
            write(mover.revision(), to);
        }
        write(cell.figures().size(), to);
        for (var entry : cell.figures().entrySet()) {
            write(entry.getKey(), to);
            writeFigure(entry.getValue(), places, to);
        }
    }

    private static Cell cell(ByteBuffer from) {
        var asOf = time(from);
        int movers = count(from);
        var places = new ArrayList<MoverEntry>(movers);
        for (int i = 0; i < movers; i++) {
            places.add(new MoverEntry(text(from), number(from)));
        }
        var figures = new TreeMap<KpiId, Figure>();
        int count = count(from);
        for (int i = 0; i < count; i++) {
            KpiId kpi = kpi(from);
            Figure figure = figure(places, from);
            if (kpi != null) {
                figures.put(kpi, figure);
            }
        }
        return new Cell(asOf, figures);
    }

    private static void writeFigure(Figure figure, Map<MoverEntry, Integer> places, DataOutput to) throws IOException {
        int told = told(figure);
        to.writeByte(told * (STATES.size() + 1) + place(figure.toldState()));
        write(figure.sums(), to);
        if (told == TOLD_OTHER) {
            write(figure.told(), to);
        }
        write(figure.revision(), to);
        write(figure.movers().size(), to);
        for (var mover : figure.movers().entrySet()) {
            write(requireNonNull(places.get(new MoverEntry(mover.getKey(), mover.getValue()))), to);
        }
    }

    private static Figure figure(List<MoverEntry> places, ByteBuffer from) {
        int head = from.get();
        Sums sums = sums(from);
        Sums told =
                switch (head / (STATES.size() + 1)) {
                    case TOLD_NOTHING -> Sums.ZERO;
                    case TOLD_THE_SAME -> sums;
                    default -> sums(from);
                };
        long revision = number(from);
        SortedMap<String, Long> movers = new TreeMap<>();
        int count = count(from);
        for (int i = 0; i < count; i++) {
            var mover = places.get(count(from));
            movers.put(mover.journeyId(), mover.revision());
        }
        return new Figure(sums, told, state(head % (STATES.size() + 1)), revision, movers);
    }

    private static int told(Figure figure) {
        if (figure.told().isZero()) {
            return TOLD_NOTHING;
        }
        return figure.told().equals(figure.sums()) ? TOLD_THE_SAME : TOLD_OTHER;
    }

    private static int place(@Nullable State state) {
        return state == null ? 0 : 1 + STATES.indexOf(state);
    }

    private static @Nullable State state(int place) {
        return place == 0 ? null : STATES.get(place - 1);
    }
}
