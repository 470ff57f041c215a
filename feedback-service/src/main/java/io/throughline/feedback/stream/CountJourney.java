package io.throughline.feedback.stream;

import io.throughline.contracts.journey.Journey;
import io.throughline.contracts.topic.Keys;
import io.throughline.feedback.domain.cell.CellChanges;
import io.throughline.feedback.domain.cell.Mover;
import io.throughline.feedback.domain.kpi.Contributions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Function;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Turns a journey into the moves that bring every cell from what the journey added before to what it adds now. The
 * order of the topic decides what is newer, not the revision: when journey-service rebuilds its state, revisions begin
 * again. At a steady beat it tells all cells how far the event time of their tenant has come.
 */
final class CountJourney extends ContextualProcessor<String, Journey, String, CellMessage> {

    static final String STORE = "journey-contributions";
    static final String CLOCKS = "journey-clocks";

    private final Duration beat;
    private final Function<String, ZoneId> zones;
    private final StreamMeters meters;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, CountedJourney> counted;

    @SuppressWarnings("NullAway.Init")
    private TenantClocks clocks;

    CountJourney(Duration beat, Function<String, ZoneId> zones, StreamMeters meters) {
        this.beat = beat;
        this.zones = zones;
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<String, CellMessage> context) {
        super.init(context);
        counted = context.getStateStore(STORE);
        clocks = new TenantClocks(context.getStateStore(CLOCKS));
        context.schedule(beat, PunctuationType.WALL_CLOCK_TIME, this::tellTime);
    }

    @Override
    public void process(Record<String, Journey> record) {
        var key = Keys.split(record.key());
        String tenant = key.getFirst();
        Journey journey = record.value();
        Mover mover = journey == null
                ? new Mover(key.getLast(), 0, Instant.EPOCH)
                : new Mover(journey.journeyId(), journey.revision(), journey.asOf());
        CountedJourney before = orNothing(counted.get(record.key()), tenant);
        CountedJourney now = journey == null ? CountedJourney.nothing(before.zone()) : count(journey, tenant);
        if (before.zone().equals(now.zone())) {
            move(record, tenant, before, now, mover);
        } else {
            // The tenant's zone has been changed since: its windows are others now.
            move(record, tenant, before, CountedJourney.nothing(before.zone()), mover);
            move(record, tenant, CountedJourney.nothing(now.zone()), now, mover);
        }
        if (journey == null) {
            counted.delete(record.key());
        } else if (!now.equals(before)) {
            counted.put(record.key(), now);
        }
        clocks.advance(tenant, mover.asOf());
        meters.journey(tenant);
    }

    private void tellTime(long wallClock) {
        for (String tenant : clocks.moved()) {
            context()
                    .forward(new Record<>(
                            tenant, new CellMessage.Time(clocks.of(tenant).now()), wallClock));
            clocks.told(tenant);
        }
    }

    private CountedJourney orNothing(@Nullable CountedJourney known, String tenant) {
        return known == null ? CountedJourney.nothing(zones.apply(tenant)) : known;
    }

    private CountedJourney count(Journey journey, String tenant) {
        return CountedJourney.of(zones.apply(tenant), Contributions.of(journey));
    }

    private void move(Record<String, ?> cause, String tenant, CountedJourney before, CountedJourney now, Mover mover) {
        CellChanges.between(tenant, now.zone(), before.contributions(), now.contributions())
                .forEach((cell, changes) -> context()
                        .forward(cause.withKey(cell.toString()).withValue(new CellMessage.Move(changes, mover))));
    }
}
