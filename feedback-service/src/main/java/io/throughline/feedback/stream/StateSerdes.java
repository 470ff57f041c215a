package io.throughline.feedback.stream;

import static io.throughline.feedback.stream.CompactForm.count;
import static io.throughline.feedback.stream.CompactForm.number;
import static io.throughline.feedback.stream.CompactForm.serde;
import static io.throughline.feedback.stream.CompactForm.sumsByKpi;
import static io.throughline.feedback.stream.CompactForm.text;
import static io.throughline.feedback.stream.CompactForm.time;
import static io.throughline.feedback.stream.CompactForm.write;

import io.throughline.feedback.domain.cell.Mover;
import io.throughline.feedback.domain.kpi.Contribution;
import io.throughline.feedback.domain.kpi.Dimensions;
import io.throughline.servicekit.tracing.Trail;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serde;

/** How the stream's own records are written, all but the {@link CellForm cells}. */
final class StateSerdes {

    static final Serde<CountedJourney> COUNTED_JOURNEY = serde(StateSerdes::writeCounted, StateSerdes::counted);
    static final Serde<CellMessage> CELL_MESSAGE = serde(StateSerdes::writeMessage, StateSerdes::message);
    static final Serde<Waiting> WAITING = serde(StateSerdes::writeWaiting, StateSerdes::waiting);
    static final Serde<TenantClock> TENANT_CLOCK = serde(
            (clock, to) -> {
                write(clock.now(), to);
                write(clock.told(), to);
            },
            from -> new TenantClock(time(from), time(from)));

    private static final byte MOVE = 0;
    private static final byte TIME = 1;

    private StateSerdes() {}

    private static void writeCounted(CountedJourney journey, DataOutput to) throws IOException {
        write(journey.zone().getId(), to);
        write(journey.contributions().size(), to);
        for (var contribution : journey.contributions()) {
            write(contribution.at(), to);
            writeDimensions(contribution.dimensions(), to);
            write(contribution.sums(), to);
        }
    }

    private static CountedJourney counted(ByteBuffer from) {
        var zone = ZoneId.of(text(from));
        int count = count(from);
        var contributions = new ArrayList<Contribution>(count);
        for (int i = 0; i < count; i++) {
            contributions.add(
                    new Contribution(time(from), dimensions(from), List.of(), sumsByKpi(from, new TreeMap<>())));
        }
        return new CountedJourney(zone, contributions);
    }

    private static void writeDimensions(Dimensions dimensions, DataOutput to) throws IOException {
        write(dimensions.channel(), to);
        write(dimensions.intent(), to);
        write(dimensions.market(), to);
        write(dimensions.queue(), to);
        write(dimensions.segment(), to);
    }

    private static Dimensions dimensions(ByteBuffer from) {
        return new Dimensions(text(from), text(from), text(from), text(from), text(from));
    }

    private static void writeMessage(CellMessage message, DataOutput to) throws IOException {
        switch (message) {
            case CellMessage.Move move -> {
                to.writeByte(MOVE);
                writeMove(move, to);
            }
            case CellMessage.Time time -> {
                to.writeByte(TIME);
                write(time.now(), to);
            }
        }
    }

    private static CellMessage message(ByteBuffer from) {
        return from.get() == TIME ? new CellMessage.Time(time(from)) : readMove(from);
    }

    private static void writeMove(CellMessage.Move move, DataOutput to) throws IOException {
        write(move.mover().journeyId(), to);
        write(move.mover().revision(), to);
        write(move.mover().asOf(), to);
        write(move.changes(), to);
    }

    private static CellMessage.Move readMove(ByteBuffer from) {
        var mover = new Mover(text(from), number(from), time(from));
        return new CellMessage.Move(sumsByKpi(from, new HashMap<>()), mover);
    }

    private static void writeWaiting(Waiting waiting, DataOutput to) throws IOException {
        write(waiting.cell(), to);
        write(waiting.trail().toString(), to);
        write(waiting.moves().size(), to);
        for (var move : waiting.moves()) {
            writeMove(move, to);
        }
    }

    private static Waiting waiting(ByteBuffer from) {
        var cell = text(from);
        var trail = Trail.valueOf(text(from));
        int count = count(from);
        var moves = new ArrayList<CellMessage.Move>(count);
        for (int i = 0; i < count; i++) {
            moves.add(readMove(from));
        }
        return new Waiting(cell, trail, moves);
    }
}
