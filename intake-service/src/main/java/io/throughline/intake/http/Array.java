package io.throughline.intake.http;

import io.throughline.intake.Candidate;
import io.throughline.intake.Candidate.Document;
import io.throughline.intake.Candidates;
import io.throughline.intake.json.JsonReader;
import io.throughline.intake.json.UnreadableJson;
import java.util.function.Consumer;

/** The elements of a JSON array. */
record Array(byte[] body, int maxEvents) implements Candidates {

    @Override
    public void forEach(Consumer<Candidate> take) throws UnreadableBody {
        var count = new int[1];
        try {
            JsonReader.readArray(body, element -> {
                if (count[0] == maxEvents) {
                    throw ContentMode.tooMany(maxEvents);
                }
                take.accept(new Document(count[0]++, element));
            });
        } catch (UnreadableJson e) {
            throw new UnreadableBody(ContentMode.unreadable(0, e, body, 0, body.length));
        }
    }
}
