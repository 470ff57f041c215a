package io.throughline.journey.stream.form;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Reads what {@link ByteWriter} wrote. */
final class ByteReader {

    private final byte[] bytes;
    private int at;

    ByteReader(byte[] bytes) {
        this.bytes = bytes;
    }

    byte bits() {
        return bytes[at++];
    }

    long number() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes[at++];
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    long signed() {
        long value = number();
        return (value >>> 1) ^ -(value & 1);
    }

    long fixed() {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            value = (value << 8) | (bytes[at++] & 0xFF);
        }
        return value;
    }

    /** A text whose {@link ByteWriter#text length and one} was read. */
    String text(long lengthAndOne) {
        int length = Math.toIntExact(lengthAndOne - 1);
        var text = new String(bytes, at, length, UTF_8);
        at += length;
        return text;
    }
}
