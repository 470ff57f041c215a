package io.throughline.intake.webhook;

import io.throughline.intake.Candidate;
import io.throughline.intake.Candidate.Document;
import io.throughline.intake.Candidate.Unreadable;
import io.throughline.intake.Candidate.Unusable;
import io.throughline.intake.domain.Problem;
import io.throughline.intake.json.UnreadableJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a platform's request says, as candidates for events. */
final class WebhookReader {

    private static final int SHOWN_BYTES = 2_000;

    private WebhookReader() {}

    /**
     * The candidates of an authentic request.
     *
     * @param now intake's clock
     * @param counted gets the type of each message
     */
    static List<Candidate> candidates(
            Platform platform, Connection connection, WebhookRequest request, Instant now, Consumer<String> counted) {
        byte[] body = request.body();
        List<@Nullable Object> trees;
        try {
            trees = platform.read(request);
        } catch (UnreadableJson e) {
            var shown = new String(body, 0, Math.min(body.length, SHOWN_BYTES), StandardCharsets.UTF_8);
            return List.of(
                    new Unreadable(0, Problem.malformed(e.reason(), "send the platform's message as it is"), shown));
        }
        var delivery = platform.delivery(request, now);
        var candidates = new ArrayList<Candidate>();
        for (int i = 0; i < trees.size(); i++) {
            var one = trees.size() == 1 ? delivery : new Delivery(delivery.id() + ":" + i, delivery.at());
            addCandidates(platform, connection, trees.get(i), one, candidates, counted);
        }
        return candidates;
    }

    private static void addCandidates(
            Platform platform,
            Connection connection,
            @Nullable Object tree,
            Delivery delivery,
            List<Candidate> candidates,
            Consumer<String> counted) {
        var message = Message.of(tree);
        var translation = message.isEmpty()
                ? new Translation.Unusable(Problem.malformed(
                        "is not a JSON object with anything in it", "send one message of the platform as it is"))
                : platform.translate(message, delivery);
        switch (translation) {
            case Translation.Unusable(Problem problem) -> {
                counted.accept("unusable");
                candidates.add(new Unusable(candidates.size(), problem, tree));
            }
            case Translation.Document(String messageType, var document) -> {
                counted.accept(messageType);
                candidates.add(new Document(candidates.size(), Draft.withMarket(document, connection.market())));
            }
            case Translation.Events(String messageType, List<Draft> drafts) -> {
                counted.accept(messageType);
                for (Draft draft : drafts) {
                    candidates.add(new Document(candidates.size(), draft.document(connection)));
                }
            }
        }
    }
}
