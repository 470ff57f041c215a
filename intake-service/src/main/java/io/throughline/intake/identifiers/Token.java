package io.throughline.intake.identifiers;

import java.util.List;
import java.util.stream.Stream;

/**
 * What an identifier is replaced by.
 *
 * @param present under the present master key
 * @param before under each older one that is still listed, newest first
 */
public record Token(String present, List<String> before) {

    public Token {
        before = List.copyOf(before);
    }

    /** All of them, the present one first. */
    public Stream<String> all() {
        return Stream.concat(Stream.of(present), before.stream());
    }
}
