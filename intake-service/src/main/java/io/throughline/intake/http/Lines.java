package io.throughline.intake.http;

import io.throughline.intake.Candidate;
import io.throughline.intake.Candidate.Document;
import io.throughline.intake.Candidates;
import io.throughline.intake.json.JsonReader;
import io.throughline.intake.json.UnreadableJson;
import java.util.function.Consumer;

/** One document a line; its index is the number of the line from 0, blank lines counted though they hold nothing. */
record Lines(byte[] body, int maxEvents) implements Candidates {

    @Override
    public void forEach(Consumer<Candidate> take) {
        int line = 0;
        int events = 0;
        for (int start = 0; start < body.length; line++) {
            int end = endOfLine(start);
            if (!isBlank(start, end)) {
                if (events++ == maxEvents) {
                    throw ContentMode.tooMany(maxEvents);
                }
                take.accept(candidate(line, start, end));
            }
            start = end + 1;
        }
    }

    private Candidate candidate(int line, int start, int end) {
        try {
            return new Document(line, JsonReader.read(body, start, end - start));
        } catch (UnreadableJson e) {
            return ContentMode.unreadable(line, e, body, start, end - start);
        }
    }

    private int endOfLine(int start) {
        int end = start;
        while (end < body.length && body[end] != '\n') {
            end++;
        }
        return end;
    }

    private boolean isBlank(int start, int end) {
        for (int i = start; i < end; i++) {
            if (!Character.isWhitespace(body[i])) {
                return false;
            }
        }
        return true;
    }
}
