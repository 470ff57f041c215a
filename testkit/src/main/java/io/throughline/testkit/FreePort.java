package io.throughline.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Finds TCP ports on the loopback interface. */
public final class FreePort {

    /**
     * Beneath those that systems give to outgoing connections (from 32768 on with Linux, 49152 elsewhere): a service that
     * listens some seconds later could find such a port taken by another program's connection.
     */
    private static final int FIRST = 20_000;

    private static final int END = 32_000;

    /** Whoever was given a port may not listen on it yet. */
    private static final Set<Integer> FOUND = ConcurrentHashMap.newKeySet();

    private FreePort() {}

    /** A port that nobody listens on at this moment, and that this process has not found before. */
    public static int find() {
        for (int tries = 0; tries < END - FIRST; tries++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, END);
            if (isFree(port) && FOUND.add(port)) {
                return port;
            }
        }
        throw new IllegalStateException(
                "no free port from %d to %d: stop what listens there".formatted(FIRST, END - 1));
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
