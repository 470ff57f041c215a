package io.throughline.intake.rejected;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a refusal stands in the topic, which is also how it is named: finding it again takes one read.
 *
 * @param offset from 0
 */
record Place(int partition, long offset) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,5})-(\\d{1,18})");

    /** The place that a text names; empty where it names none. */
    static Optional<Place> parse(String text) {
        var match = TEXT.matcher(text);
        return match.matches()
                ? Optional.of(new Place(Integer.parseInt(match.group(1)), Long.parseLong(match.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return partition + "-" + offset;
    }
}
