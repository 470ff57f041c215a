package io.throughline.local.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The lines of a file that are not blank. As bytes: whether a line is valid UTF-8 is for intake to judge. */
public final class EventLines {

    private final InputStream input;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long number;
    private boolean ended;

    /**
     * A line.
     *
     * @param number from 1; blank lines are counted
     */
    @SuppressWarnings("ArrayRecordComponent") // Compared by nobody, and copying each line would cost.
    public record Line(long number, byte[] bytes) {}

    /** @param input buffered */
    public EventLines(InputStream input) {
        this.input = input;
    }

    /** The next line; null after the last. */
    public @Nullable Line next() throws IOException {
        while (!ended) {
            read();
            if (!line.toString(StandardCharsets.UTF_8).isBlank()) {
                return new Line(number, line.toByteArray());
            }
        }
        return null;
    }

    private void read() throws IOException {
        line.reset();
        number++;
        int next = input.read();
        while (next >= 0 && next != '\n') {
            line.write(next);
            next = input.read();
        }
        ended = next < 0;
    }
}
