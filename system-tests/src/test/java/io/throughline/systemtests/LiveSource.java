package io.throughline.systemtests;

import com.sun.net.httpserver.HttpServer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;

/** Server-sent events at a rate that no installation reaches: what a page does then is what is asked. */
final class LiveSource implements AutoCloseable {

    private static final int A_TICK = 100;

    private final HttpServer server;
    private final AtomicLong sent = new AtomicLong();

    /**
     * @param perSecond how many are sent, as long as the reader takes them
     * @param seconds for how long; afterwards the connection stays open
     * @param data of the event of each number, from 1
     */
    LiveSource(int perSecond, int seconds, LongFunction<String> data) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            // The browser takes it for an answer of the page's own origin, to which the request was made.
            exchange.sendResponseHeaders(200, 0);
            var out = new BufferedOutputStream(exchange.getResponseBody(), 1 << 16);
            long began = System.nanoTime();
            for (long n = 1; n <= (long) perSecond * seconds; n++) {
                out.write(("event:kpi\ndata:" + data.apply(n) + "\n\n").getBytes(StandardCharsets.UTF_8));
                sent.set(n);
                if (n % (perSecond / A_TICK) == 0) {
                    out.flush();
                    LockSupport.parkNanos(began + n * 1_000_000_000L / perSecond - System.nanoTime());
                }
            }
            out.flush();
        });
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    /** How many went out. */
    long sent() {
        return sent.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
