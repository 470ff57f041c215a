package io.throughline.intake.webhook;

import io.throughline.intake.Candidate;
import io.throughline.intake.IntakeMetrics;
import io.throughline.intake.identifiers.Pseudonymiser;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** From what an adapter said to what intake takes in, counted by the platform's own types of messages. */
@Singleton
public class Translated {

    private final Pseudonymiser pseudonymiser;
    private final BiConsumer<String, String> counted;

    @Inject
    Translated(Pseudonymiser pseudonymiser, IntakeMetrics metrics) {
        this(pseudonymiser, metrics::webhookMessage);
    }

    /** @param counted gets platform and type of each message */
    Translated(Pseudonymiser pseudonymiser, BiConsumer<String, String> counted) {
        this.pseudonymiser = pseudonymiser;
        this.counted = counted;
    }

    /**
     * The candidates of one message.
     *
     * @param region where the connection's national telephone numbers are read
     * @param firstIndex place of the first in the request
     * @param tree the message, to be kept masked where it is unusable; of a batch, each part is kept by itself
     */
    public List<Candidate> candidates(
            Translation translation, Connection connection, String region, @Nullable Object tree, int firstIndex) {
        var candidates = new ArrayList<Candidate>();
        add(translation, connection, region, tree, firstIndex, candidates);
        return candidates;
    }

    private void add(
            Translation translation,
            Connection connection,
            String region,
            @Nullable Object tree,
            int firstIndex,
            List<Candidate> candidates) {
        switch (translation) {
            case Translation.Batch(List<Translation> parts) ->
                // Not with the whole: masked for each of many parts, it would take time and memory by their square.
                parts.forEach(part -> add(part, connection, region, Map.of(), firstIndex, candidates));
            case Translation.Unusable(var problem, var part) -> {
                counted.accept(connection.platform(), "unusable");
                candidates.add(
                        new Candidate.Unusable(firstIndex + candidates.size(), problem, part == null ? tree : part));
            }
            case Translation.Document(String messageType, var document) -> {
                counted.accept(connection.platform(), messageType);
                candidates.add(new Candidate.Document(
                        firstIndex + candidates.size(), Draft.withMarket(document, connection.market())));
            }
            case Translation.Events(String messageType, List<Draft> drafts) -> {
                counted.accept(connection.platform(), messageType);
                for (Draft draft : drafts) {
                    var document = draft.document(
                            connection, (type, value) -> pseudonymiser.name(connection.tenant(), type, value, region));
                    candidates.add(new Candidate.Document(firstIndex + candidates.size(), document));
                }
            }
        }
    }
}
