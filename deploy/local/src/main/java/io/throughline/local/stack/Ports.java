package io.throughline.local.stack;

import io.throughline.contracts.json.ContractJson;
import io.throughline.local.Failure;
import io.throughline.testkit.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.TreeMap;

/**
 * TCP ports on the loopback interface. The gateway's is the user's choice; the others were free when they were chosen
 * and are kept, so that clients find Kafka again after a restart.
 *
 * @param otlp where services send their spans
 * @param services HTTP ports by service
 */
public record Ports(int gateway, int kafka, int postgres, int otlp, TreeMap<String, Integer> services) {

    /** The gateway's port unless the user names another. */
    public static final int DEFAULT_GATEWAY = 8080;

    /** The kept ports of a stack that was started before. */
    public static Ports load(Home home) {
        try {
            return ContractJson.STRICT.readValue(home.ports().toFile(), Ports.class);
        } catch (IOException e) {
            throw new Failure(
                    Files.exists(home.ports())
                            ? "Cannot read " + home.ports() + ": " + e.getMessage()
                            : "There is no local stack in " + home.directory() + " yet: start it with ./throughline up",
                    e);
        }
    }

    void save(Home home) {
        try {
            Files.write(home.ports(), ContractJson.STRICT.writeValueAsBytes(this));
        } catch (IOException e) {
            throw new Failure("Cannot write " + home.ports() + ": " + e.getMessage(), e);
        }
    }

    /**
     * Ports for a start of everything: the same as last time where they are still free.
     *
     * @throws Failure when the gateway's port is taken
     */
    static Ports choose(Home home, int gateway) {
        if (!isFree(gateway)) {
            throw new Failure("Port " + gateway + " is taken by another program: stop that, or choose another port with"
                    + " ./throughline up --port " + (gateway + 1));
        }
        var last = Files.exists(home.ports()) ? load(home) : new Ports(gateway, 0, 0, 0, new TreeMap<>());
        var services = new TreeMap<String, Integer>();
        Service.NAMES.forEach(name -> services.put(name, keep(last.services().getOrDefault(name, 0))));
        return new Ports(gateway, keep(last.kafka()), keep(last.postgres()), keep(last.otlp()), services);
    }

    /** The HTTP port of a service. */
    public int of(String service) {
        var port = services.get(service);
        if (port == null) {
            throw new IllegalArgumentException("there is no service " + service);
        }
        return port;
    }

    /** The address that users see. */
    public String address() {
        return "http://127.0.0.1:" + gateway;
    }

    /** Where services send their spans, and where {@code traces} finds them. */
    public String otlpEndpoint() {
        return "http://127.0.0.1:" + otlp;
    }

    /** For Kafka clients. */
    public String kafkaBootstrapServers() {
        return "127.0.0.1:" + kafka;
    }

    private static int keep(int port) {
        return port != 0 && isFree(port) ? port : FreePort.find();
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            // As servers bind: connections that linger after a restart are no hindrance.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
