package io.throughline.intake.webhook;

import io.throughline.intake.Candidate;
import io.throughline.intake.Candidate.Unreadable;
import io.throughline.intake.domain.Problem;
import io.throughline.intake.json.UnreadableJson;
import io.throughline.servicekit.problem.ProblemException;
import io.throughline.servicekit.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a platform's request says, as candidates for events. */
final class WebhookReader {

    private static final int SHOWN_BYTES = 2_000;

    private WebhookReader() {}

    /**
     * The candidates of an authentic request.
     *
     * @param region where the connection's national telephone numbers are read
     * @param now intake's clock
     * @param most messages that a request may hold, and events that they may stand for
     * @throws ProblemException 413 when it holds more
     */
    static List<Candidate> candidates(
            Platform platform,
            Connection connection,
            WebhookRequest request,
            String region,
            Instant now,
            int most,
            Translated translated) {
        byte[] body = request.body();
        List<@Nullable Object> trees;
        try {
            trees = platform.read(request);
        } catch (UnreadableJson e) {
            var shown = new String(body, 0, Math.min(body.length, SHOWN_BYTES), StandardCharsets.UTF_8);
            return List.of(
                    new Unreadable(0, Problem.malformed(e.reason(), "send the platform's message as it is"), shown));
        }
        if (trees.size() > most) {
            throw tooMany(most);
        }
        var delivery = platform.delivery(request, now);
        var candidates = new ArrayList<Candidate>();
        for (int i = 0; i < trees.size(); i++) {
            var one = trees.size() == 1 ? delivery : new Delivery(delivery.id() + ":" + i, delivery.at());
            var translation = translation(platform, Message.of(trees.get(i)), one);
            candidates.addAll(translated.candidates(translation, connection, region, trees.get(i), candidates.size()));
            if (candidates.size() > most) {
                throw tooMany(most);
            }
        }
        return candidates;
    }

    private static Translation translation(Platform platform, Message message, Delivery delivery) {
        return message.isEmpty()
                ? new Translation.Unusable(Problem.malformed(
                        "is not a JSON object with anything in it", "send one message of the platform as it is"))
                : platform.translate(message, delivery);
    }

    private static ProblemException tooMany(int most) {
        return ProblemException.of(io.throughline.servicekit.problem.Problem.of(ProblemType.BODY_TOO_LARGE)
                .withField(Problem.BODY)
                .withDetail("A request may hold at most " + most + " messages and events.")
                .withRemedy("Send them in several requests."));
    }
}
