package io.throughline.intake;

import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.event.IdentityData;
import io.throughline.contracts.event.UnknownData;
import io.throughline.intake.Candidates.UnreadableBody;
import io.throughline.intake.Receipt.Refusal;
import io.throughline.intake.domain.ContactEvents;
import io.throughline.intake.domain.Problem;
import io.throughline.intake.domain.Problem.Kind;
import io.throughline.intake.domain.Reading;
import io.throughline.intake.domain.Reading.Accepted;
import io.throughline.intake.domain.Reading.Refused;
import io.throughline.intake.domain.TimeLimits;
import io.throughline.intake.identifiers.Pseudonymiser;
import io.throughline.intake.identifiers.Succession;
import io.throughline.intake.publish.OutgoingRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Turns what a request sent into the records that go to Kafka. */
@ApplicationScoped
class EventReader {

    private final Pseudonymiser pseudonymiser;
    private final RecordWriter writer;
    private final AnnouncedSuccessions announced;

    EventReader(Pseudonymiser pseudonymiser, RecordWriter writer, AnnouncedSuccessions announced) {
        this.pseudonymiser = pseudonymiser;
        this.writer = writer;
        this.announced = announced;
    }

    /**
     * Reads all candidates.
     *
     * @param now intake's clock, the events' received time
     */
    Batch read(Origin origin, Candidates candidates, Instant now) throws UnreadableBody {
        var batch = new Building(origin, now);
        candidates.forEach(batch::add);
        return batch.done();
    }

    /** Reads a single candidate. */
    Batch readOne(Origin origin, Candidate candidate, Instant now) {
        var batch = new Building(origin, now);
        batch.add(candidate);
        return batch.done();
    }

    private record EventName(String source, String id) {}

    private final class Building {

        private final Origin origin;
        private final Instant now;
        private final TimeLimits limits;
        private final List<OutgoingRecord> records = new ArrayList<>();
        private final List<Refusal> refused = new ArrayList<>();
        private final List<String> droppedIdentifiers = new ArrayList<>();
        private final Set<Succession> successions = new LinkedHashSet<>();
        private final Set<EventName> names = new HashSet<>();
        private int accepted;
        private int duplicates;
        private int unknownTypes;

        Building(Origin origin, Instant now) {
            this.origin = origin;
            this.now = now;
            this.limits = new TimeLimits(now, origin.maxLate());
        }

        void add(Candidate candidate) {
            Reading reading =
                    switch (candidate) {
                        case Candidate.Document document -> ContactEvents.read(document.tree(), limits);
                        case Candidate.Unusable unusable -> Refused.unreadable(unusable.problem());
                        case Candidate.Unreadable unreadable -> Refused.unreadable(unreadable.problem());
                    };
            switch (reading) {
                case Accepted(ContactEvent event) -> accept(candidate, event);
                case Refused no -> refuse(candidate, no);
            }
        }

        private void accept(Candidate candidate, ContactEvent event) {
            var tokens = pseudonymiser.tokens(origin.tenant(), event, origin.region());
            if (event.data() instanceof IdentityData && tokens.identifiers().size() != 2) {
                refuse(candidate, new Refused(event.source(), event.id(), List.of(notTwo(tokens))));
                return;
            }
            droppedIdentifiers.addAll(tokens.dropped());
            if (event.data() instanceof UnknownData) {
                unknownTypes++;
            }
            // A repeat is passed on: consumers know what they had, also across requests.
            if (names.add(new EventName(event.source(), event.id()))) {
                accepted++;
            } else {
                duplicates++;
            }
            records.add(writer.accepted(
                    pseudonymiser.pseudonymise(event, tokens, origin.region()).receivedFor(origin.tenant(), now)));
            for (var succession : tokens.successions()) {
                if (!announced.contains(succession) && successions.add(succession)) {
                    records.add(writer.accepted(succession.event().receivedFor(origin.tenant(), now)));
                }
            }
        }

        private void refuse(Candidate candidate, Refused no) {
            refused.add(new Refusal(candidate.index(), no.id(), no.problems()));
            records.add(writer.refused(origin, candidate, no, now));
        }

        Batch done() {
            return new Batch(
                    records, new Receipt(accepted, duplicates, refused), unknownTypes, droppedIdentifiers, successions);
        }
    }

    private static Problem notTwo(Pseudonymiser.Tokens tokens) {
        return new Problem(
                "data.identifiers",
                Kind.OUT_OF_RANGE,
                "name " + tokens.identifiers().size() + " different identifiers once they are normalised",
                "send exactly two different identifiers that name somebody");
    }
}
