package io.throughline.intake.webhook;

import io.throughline.intake.Candidate;
import io.throughline.intake.IntakeMetrics;
import io.throughline.intake.identifiers.Pseudonymiser;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From what an adapter said to what intake takes in, counted by the platform's own types of messages. */
@ApplicationScoped
public class Translated {

    private final Pseudonymiser pseudonymiser;
    private final IntakeMetrics metrics;

    Translated(Pseudonymiser pseudonymiser, IntakeMetrics metrics) {
        this.pseudonymiser = pseudonymiser;
        this.metrics = metrics;
    }

    /**
     * The candidates of one message.
     *
     * @param region where the connection's national telephone numbers are read
     * @param firstIndex place of the first in the request
     * @param tree the message, to be kept masked where it is unusable
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
                parts.forEach(part -> add(part, connection, region, tree, firstIndex, candidates));
            case Translation.Unusable(var problem) -> {
                metrics.webhookMessage(connection.platform(), "unusable");
                candidates.add(new Candidate.Unusable(firstIndex + candidates.size(), problem, tree));
            }
            case Translation.Document(String messageType, var document) -> {
                metrics.webhookMessage(connection.platform(), messageType);
                candidates.add(new Candidate.Document(
                        firstIndex + candidates.size(), Draft.withMarket(document, connection.market())));
            }
            case Translation.Events(String messageType, List<Draft> drafts) -> {
                metrics.webhookMessage(connection.platform(), messageType);
                for (Draft draft : drafts) {
                    var document = draft.document(
                            connection, (type, value) -> pseudonymiser.name(connection.tenant(), type, value, region));
                    candidates.add(new Candidate.Document(firstIndex + candidates.size(), document));
                }
            }
        }
    }
}
