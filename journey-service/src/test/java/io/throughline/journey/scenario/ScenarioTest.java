package io.throughline.journey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.contracts.event.ContactEvent;
import io.throughline.journey.domain.Batch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Plays every scenario file: once as written, then in other orders and with events delivered twice. */
class ScenarioTest {

    private static final int SHUFFLES = 5;

    @TestFactory
    Stream<DynamicContainer> scenarios() {
        return ScenarioFiles.all().stream()
                .map(file -> DynamicContainer.dynamicContainer(
                        file.getFileName().toString(),
                        ScenarioFiles.read(file).stream()
                                .map(scenario -> DynamicTest.dynamicTest(scenario.name(), () -> play(scenario)))));
    }

    private static void play(Scenario scenario) {
        var played = new PlayedScenario(scenario);
        List<ContactEvent> events = played.events();

        Batch batch = played.batch(events);

        Expectations.check(scenario, PlayedScenario.inOrder(batch.journeys().values()));
        for (int seed = 0; seed < SHUFFLES; seed++) {
            assertThat(played.batch(shuffled(events, seed)))
                    .as("in the order of seed %d, a third of the events twice", seed)
                    .isEqualTo(batch);
        }
    }

    private static List<ContactEvent> shuffled(List<ContactEvent> events, int seed) {
        var random = new Random(seed);
        var delivered = new ArrayList<>(events);
        events.stream().filter(event -> random.nextInt(3) == 0).forEach(delivered::add);
        Collections.shuffle(delivered, random);
        return delivered;
    }
}
