package io.throughline.intake.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.intake.Candidate;
import io.throughline.intake.Candidates.UnreadableBody;
import io.throughline.intake.webhook.line.Line;
import io.throughline.intake.webhook.messenger.Messenger;
import io.throughline.intake.webhook.whatsapp.WhatsApp;
import io.throughline.servicekit.problem.ProblemException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Deliveries of many parts that cannot be used. */
class BatchTest {

    private static final Instant NOW = Instant.parse("2026-11-01T09:00:00Z");
    private static final int MOST = 10_000;

    /** Each with the whole delivery, they would take time and memory by the square of their number. */
    @ParameterizedTest
    @MethodSource("deliveries")
    void aPartThatCannotBeUsedIsKeptWithoutTheOthers(Platform platform, String delivery, String part)
            throws UnreadableBody {
        var kept = candidates(platform, delivery, part + "," + part).stream()
                .map(candidate -> ((Candidate.Unusable) candidate).tree())
                .toList();

        assertThat(kept).hasSize(2).allSatisfy(tree -> assertThat(tree)
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("mark", 7)
                .doesNotContainKeys("entry", "events"));
    }

    @ParameterizedTest
    @MethodSource("deliveries")
    void refusesADeliveryOfTooManyParts(Platform platform, String delivery, String part) throws UnreadableBody {
        var asManyAsMayBe = (part + ",").repeat(MOST - 1) + part;

        assertThat(candidates(platform, delivery, asManyAsMayBe)).hasSize(MOST);
        assertThatThrownBy(() -> candidates(platform, delivery, asManyAsMayBe + "," + part))
                .isInstanceOf(ProblemException.class);
    }

    static Stream<Arguments> deliveries() {
        var changes = "{\"entry\": [{\"changes\": [{\"field\": \"%s\", \"value\": {\"%s\": [@]}}]}]}";
        return Stream.of(
                Arguments.of(
                        new WhatsApp(),
                        changes.formatted("messages", "statuses"),
                        "{\"status\": \"sent\", \"mark\": 7}"),
                Arguments.of(new WhatsApp(), changes.formatted("messages", "messages"), "{\"mark\": 7}"),
                Arguments.of(new WhatsApp(), changes.formatted("message_echoes", "message_echoes"), "{\"mark\": 7}"),
                Arguments.of(new WhatsApp(), changes.formatted("calls", "calls"), "{\"mark\": 7}"),
                Arguments.of(new Messenger(), "{\"entry\": [{\"messaging\": [@]}]}", "{\"message\": {}, \"mark\": 7}"),
                Arguments.of(
                        new Line(),
                        "{\"events\": [@]}",
                        "{\"type\": \"message\", \"source\": {\"userId\": \"U1\"}, \"mark\": 7}"));
    }

    private static List<Candidate> candidates(Platform platform, String delivery, String parts) throws UnreadableBody {
        var candidates = new ArrayList<Candidate>();
        var body = delivery.replace("@", parts).getBytes(UTF_8);
        Webhooks.candidates(platform, Map.of(), body, NOW, type -> {}).forEach(candidates::add);
        return candidates;
    }
}
