package io.throughline.journey.stream;

import static io.throughline.journey.stream.Happenings.ended;
import static io.throughline.journey.stream.Happenings.id;
import static io.throughline.journey.stream.Happenings.linked;
import static io.throughline.journey.stream.Happenings.redirected;
import static io.throughline.journey.stream.Happenings.started;
import static io.throughline.journey.stream.Happenings.unlinked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.throughline.contracts.event.Identifier;
import io.throughline.contracts.event.Outcome;
import io.throughline.contracts.journey.Change;
import io.throughline.contracts.journey.Change.Because;
import io.throughline.contracts.journey.ChannelSwitch;
import io.throughline.contracts.journey.Journey;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a revision says that it says differently, and why. */
class ChangesTest {

    private static final Identifier PHONE = id("phone", "p");
    private static final Identifier MAIL = id("email", "m");

    private final TopologyRun run = new TopologyRun();

    @AfterEach
    void stop() {
        run.close();
    }

    @Test
    void theFirstRevisionHasNone() {
        run.send(started("chat", "chatbot", 0, PHONE)).publish();
        assertThat(journey().changes()).isEmpty();
    }

    @Test
    void aLaterEventIsNew() {
        run.send(started("chat", "chatbot", 0, PHONE)).publish();
        run.send(started("call", "phone", 10, PHONE)).publish();
        assertThat(journey().changes())
                .contains(new Change("contacts", "1", "2", Because.NEW_EVENT))
                .extracting(Change::because)
                .containsOnly(Because.NEW_EVENT);
    }

    @Test
    void aLateEventThatProvesForceSaysSo() {
        run.send(started("chat", "chatbot", 0, PHONE), ended("chat", Outcome.UNRESOLVED, 3))
                .send(started("call", "phone", 10, PHONE), ended("call", Outcome.RESOLVED, 20))
                .publish();
        run.send(redirected("chat", "phone", 2)).publish();
        assertThat(only().changes())
                .extracting(Change::what, Change::to, Change::because)
                .contains(
                        tuple("verdict", "FORCED", Because.LATE_EVENT),
                        tuple("cause", "REDIRECTED_BY_BOT_OR_SITE", Because.LATE_EVENT),
                        tuple("probability", "1.0", Because.LATE_EVENT));
        assertThat(journey().changes()).containsExactly(new Change("forcedSwitches", "0", "1", Because.LATE_EVENT));
        assertThat(journey().switches()).isEqualTo(List.of(only()));
    }

    @Test
    void aChangedOutcomeIsToldOf() {
        run.send(started("call", "phone", 0, PHONE), ended("call", Outcome.UNRESOLVED, 5))
                .publish();
        run.send(ended("call", Outcome.RESOLVED, 6)).publish();
        assertThat(journey().changes())
                .containsExactly(
                        new Change("resolution", "UNRESOLVED", "RESOLVED", Because.NEW_EVENT),
                        new Change("status", "OPEN", "RESOLVED", Because.NEW_EVENT));
    }

    @Test
    void aMergeAndItsUndoingAreToldOf() {
        run.send(started("call", "phone", 0, PHONE), started("mail", "email", 10, MAIL))
                .publish();
        run.send(linked(20, PHONE, MAIL)).publish();
        assertThat(journey().changes()).contains(new Change("contacts", "1", "2", Because.IDENTITY_MERGED));
        run.send(unlinked(30, PHONE, MAIL)).publish();
        assertThat(run.journeys().values())
                .filteredOn(journey -> journey.contacts().getFirst().contactId().equals("call"))
                .singleElement()
                .satisfies(journey -> assertThat(journey.changes())
                        .contains(new Change("contacts", "2", "1", Because.IDENTITY_SPLIT)));
    }

    @Test
    void whatIsNotToldOfOneByOneIsDetails() {
        run.send(started("call", "phone", 0, PHONE), ended("call", Outcome.UNRESOLVED, 5))
                .publish();
        run.send(ended("call", Outcome.UNRESOLVED, 6)).publish();
        assertThat(journey().changes()).containsExactly(new Change("details", null, null, Because.NEW_EVENT));
    }

    private Journey journey() {
        assertThat(run.journeys()).hasSize(1);
        return run.journeys().values().iterator().next();
    }

    private ChannelSwitch only() {
        assertThat(run.switches()).hasSize(1);
        return run.switches().values().iterator().next();
    }
}
