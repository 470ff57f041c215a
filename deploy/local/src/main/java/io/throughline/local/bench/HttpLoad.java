package io.throughline.local.bench;

import io.throughline.local.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Senders that each send the next request as soon as the last was answered, over connections that stay open. Plain sockets
 * and whole requests made before: on a small machine every cycle of the sender is one less for what is measured.
 */
final class HttpLoad {

    private static final byte[] STATUS_ACCEPTED = "HTTP/1.1 202".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END_OF_HEADERS = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final String CONTENT_LENGTH = "content-length:";

    private final int port;
    private final List<byte[]> requests;
    private final int connections;

    /** @param requests whole HTTP requests, sent in turn */
    HttpLoad(int port, List<byte[]> requests, int connections) {
        this.port = port;
        this.requests = requests;
        this.connections = connections;
    }

    /**
     * What came of a time of load.
     *
     * @param requests answered 202; another answer ends the measurement
     * @param nanos of each request, ascending
     */
    record Answers(double seconds, int requests, long[] nanos) {

        double perSecond() {
            return requests / seconds;
        }

        /** Milliseconds within which this share of the requests was answered. */
        double quantileMillis(double share) {
            return nanos[(int) Math.min(nanos.length - 1L, (long) (share * nanos.length))] / 1e6;
        }
    }

    /** The whole request of a body, as bytes. */
    static byte[] request(String path, String token, String contentType, byte[] body) {
        var head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: " + contentType + "\r\nContent-Length: " + body.length + "\r\n\r\n";
        byte[] headBytes = head.getBytes(StandardCharsets.US_ASCII);
        byte[] request = Arrays.copyOf(headBytes, headBytes.length + body.length);
        System.arraycopy(body, 0, request, headBytes.length, body.length);
        return request;
    }

    /** Sends for this long. */
    Answers run(Duration time) {
        long began = System.nanoTime();
        long end = began + time.toNanos();
        try (var senders = Executors.newFixedThreadPool(connections)) {
            var running = new ArrayList<Future<long[]>>();
            for (int i = 0; i < connections; i++) {
                int first = i * requests.size() / connections;
                running.add(senders.submit(() -> send(first, end)));
            }
            var all = new ArrayList<long[]>();
            for (var sender : running) {
                all.add(sender.get());
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            long[] nanos = all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
            return new Answers(seconds, nanos.length, nanos);
        } catch (ExecutionException e) {
            throw new Failure("The load broke off: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted.", e);
        }
    }

    private long[] send(int first, long end) throws IOException {
        long[] nanos = new long[1 << 12];
        int count = 0;
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            var out = socket.getOutputStream();
            var answer = new Answer(socket.getInputStream());
            for (int next = first; ; next++) {
                long began = System.nanoTime();
                if (began >= end) {
                    return Arrays.copyOf(nanos, count);
                }
                out.write(requests.get(next % requests.size()));
                answer.read();
                if (count == nanos.length) {
                    nanos = Arrays.copyOf(nanos, 2 * count);
                }
                nanos[count++] = System.nanoTime() - began;
            }
        }
    }

    /** Reads answers with a content length, one after the other. */
    private static final class Answer {
        private final InputStream in;
        private final byte[] buffer = new byte[16 * 1024];
        private int length;

        Answer(InputStream in) {
            this.in = in;
        }

        void read() throws IOException {
            length = 0;
            int headers;
            do {
                fill();
                headers = endOfHeaders();
            } while (headers < 0);
            if (Arrays.mismatch(buffer, STATUS_ACCEPTED) < STATUS_ACCEPTED.length) {
                throw new IOException("answered " + new String(buffer, 0, length, StandardCharsets.UTF_8));
            }
            int whole = headers + contentLength(headers);
            while (length < whole) {
                fill();
            }
        }

        private void fill() throws IOException {
            int read = in.read(buffer, length, buffer.length - length);
            if (read <= 0) {
                throw new IOException("the server closed the connection");
            }
            length += read;
        }

        private int endOfHeaders() {
            for (int i = 0; i + END_OF_HEADERS.length <= length; i++) {
                if (Arrays.equals(buffer, i, i + END_OF_HEADERS.length, END_OF_HEADERS, 0, END_OF_HEADERS.length)) {
                    return i + END_OF_HEADERS.length;
                }
            }
            return -1;
        }

        private int contentLength(int headers) {
            var text = new String(buffer, 0, headers, StandardCharsets.US_ASCII).toLowerCase(java.util.Locale.ROOT);
            int at = text.indexOf(CONTENT_LENGTH);
            return at < 0
                    ? 0
                    : Integer.parseInt(text.substring(at + CONTENT_LENGTH.length(), text.indexOf('\r', at))
                            .strip());
        }
    }
}
