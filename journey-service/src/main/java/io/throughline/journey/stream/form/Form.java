package io.throughline.journey.stream.form;

import org.jspecify.annotations.Nullable;

/** How values of one type are written. */
interface Form {

    /** Writes a value; null where the type may be absent. */
    void write(@Nullable Object value, ByteWriter to);

    /** Reads what was written. */
    @Nullable
    Object read(ByteReader from);

    /** What a component of this type is where it was not written: by an older version, before it was added. */
    default @Nullable Object absent() {
        return null;
    }

    /** What it looks like, for a test that sees every change. */
    String described();
}
