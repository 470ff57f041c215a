package io.throughline.servicekit.problem;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

/** A stream that fails when more than a number of bytes is read from it. */
final class LimitedInputStream extends FilterInputStream {

    private final Supplier<RuntimeException> tooLong;
    private long left;

    LimitedInputStream(InputStream in, long maxBytes, Supplier<RuntimeException> tooLong) {
        super(in);
        this.left = maxBytes;
        this.tooLong = tooLong;
    }

    @Override
    public int read() throws IOException {
        int value = in.read();
        if (value >= 0) {
            count(1);
        }
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = in.read(buffer, offset, length);
        if (read > 0) {
            count(read);
        }
        return read;
    }

    @Override
    public long skip(long n) throws IOException {
        long skipped = in.skip(n);
        count(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** Closing the body of a request would read it to its end, and an endless one for ever. */
    @Override
    public void close() throws IOException {
        if (left >= 0) {
            super.close();
        }
    }

    private void count(long bytes) {
        left -= bytes;
        if (left < 0) {
            throw tooLong.get();
        }
    }
}
