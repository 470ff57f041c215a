package io.throughline.journey.stream.form;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** Bytes that grow. Whole numbers take as few bytes as they need. */
final class ByteWriter {

    private byte[] bytes = new byte[256];
    private int length;

    void bits(byte value) {
        room(1);
        bytes[length++] = value;
    }

    /** A number that is seldom large and never negative: seven bits a byte, the last byte without the eighth. */
    void number(long value) {
        room(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[length++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
    }

    /** A number that may be negative. */
    void signed(long value) {
        number((value << 1) ^ (value >> 63));
    }

    void fixed(long value) {
        room(8);
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes[length++] = (byte) (value >> shift);
        }
    }

    void text(String value) {
        byte[] encoded = value.getBytes(UTF_8);
        number(encoded.length + 1L);
        room(encoded.length);
        System.arraycopy(encoded, 0, bytes, length, encoded.length);
        length += encoded.length;
    }

    byte[] result() {
        return Arrays.copyOf(bytes, length);
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
