package io.throughline.journey.stream;

import io.throughline.journey.stream.form.CompactSerde;
import net.jpountz.xxhash.XXHash64;
import net.jpountz.xxhash.XXHashFactory;

/**
 * Tells whether a value is still the one that was published last: 64 bits of its compact form. Nobody has a reason to
 * look for two that collide, and each is only compared with one other: by chance it happens once in 10^19 times.
 */
public final class Digest<T> {

    private static final XXHash64 HASH = XXHashFactory.fastestJavaInstance().hash64();

    private final CompactSerde<T> serde;

    /** @param type of the values */
    public Digest(Class<T> type) {
        serde = new CompactSerde<>(type);
    }

    /** The digest of a value. */
    public long of(T value) {
        byte[] written = serde.write(value);
        return HASH.hash(written, 0, written.length, 0);
    }
}
