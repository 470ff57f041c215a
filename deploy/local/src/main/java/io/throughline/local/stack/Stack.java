package io.throughline.local.stack;

import io.throughline.local.Failure;
import io.throughline.local.Main;
import io.throughline.testkit.postgres.LeftoverPostgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The local stack: a platform process (Kafka, PostgreSQL, gateway) and one process a service. */
public final class Stack {

    /** The process that hosts Kafka, PostgreSQL and the gateway. */
    public static final String PLATFORM = "platform";

    private static final int PLATFORM_HEAP_MEGABYTES = 768;
    private static final Duration START_PATIENCE = Duration.ofMinutes(3);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);

    private final Home home;
    private final Path project;
    private final PrintWriter out;
    private final Map<String, String> environment;

    public Stack(Home home, Path project, PrintWriter out) {
        this(home, project, out, Map.of());
    }

    /** @param environment configuration of every service besides the stack's own, such as where traces go */
    public Stack(Home home, Path project, PrintWriter out, Map<String, String> environment) {
        this.home = home;
        this.project = project;
        this.out = out;
        this.environment = Map.copyOf(environment);
    }

    /** Every process of the stack, in the order of their start. */
    public static List<String> processNames() {
        return Stream.concat(Stream.of(PLATFORM), Service.NAMES.stream()).toList();
    }

    /**
     * Starts what does not run yet and waits until all is ready.
     *
     * @param gatewayPort the user's choice; null to keep the last one
     * @throws Failure when something prevents it; what was started stays, so that it can be looked at
     */
    public Ports up(@Nullable Integer gatewayPort) {
        home.create();
        try (var lock = StackLock.take(home)) {
            Preflight.requireSpace(home);
            Service.NAMES.forEach(service -> Preflight.requireBuilt(Service.jar(project, service)));
            var credentials = Credentials.loadOrCreate(home);
            ServiceFiles.write(home, credentials);
            stopIfRebuilt();
            var ports = startPlatform(gatewayPort);
            startServices(ports, credentials);
            return ports;
        }
    }

    /** What runs from jars that have been replaced would fail sooner or later. */
    private void stopIfRebuilt() {
        try {
            var built = Files.exists(home.buildStamp()) ? Files.readString(home.buildStamp()) : "";
            var runs = Files.exists(home.runningStamp()) ? Files.readString(home.runningStamp()) : built;
            if (!runs.equals(built) && stopAll()) {
                out.println("  it was built anew since the last start: starting all of it again");
            }
            Files.writeString(home.runningStamp(), built);
        } catch (IOException e) {
            throw new Failure("Cannot read or write in " + home.directory() + ": " + e.getMessage(), e);
        }
    }

    private Ports startPlatform(@Nullable Integer gatewayPort) {
        var platform = process(PLATFORM);
        if (platform.running().isPresent()) {
            var ports = Ports.load(home);
            if (gatewayPort != null && gatewayPort != ports.gateway()) {
                throw new Failure("The stack already runs at " + ports.address()
                        + ": stop it with ./throughline down before you choose another port.");
            }
            awaitReady(Map.of(platform, platformHealth(ports)));
            return ports;
        }
        // Services left without their platform would meet another Kafka and PostgreSQL port.
        stopAll();
        var ports = Ports.choose(home, gatewayPort != null ? gatewayPort : lastGatewayPort());
        ports.save(home);
        platform.start(
                java(
                        PLATFORM_HEAP_MEGABYTES,
                        "-Djava.util.logging.config.class=io.throughline.local.platform.Logging",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        PLATFORM),
                Map.of("THROUGHLINE_HOME", home.directory().toString()));
        awaitReady(Map.of(platform, platformHealth(ports)));
        return ports;
    }

    private int lastGatewayPort() {
        return home.ports().toFile().exists() ? Ports.load(home).gateway() : Ports.DEFAULT_GATEWAY;
    }

    private void startServices(Ports ports, Credentials credentials) {
        var waiting = new LinkedHashMap<ManagedProcess, URI>();
        for (var service : Service.all(home, ports, credentials)) {
            var process = process(service.name());
            if (process.running().isEmpty()) {
                var jar = Service.jar(project, service.name());
                var settings = new HashMap<>(environment);
                settings.putAll(service.environment(home, ports, credentials));
                process.start(java(service.heapMegabytes(), "-jar", jar.toString()), settings);
            }
            waiting.put(process, serviceHealth(ports, service.name()));
        }
        awaitReady(waiting);
    }

    /** The state of each process, in the order of their start. */
    public List<ProcessState> status() {
        var states = new ArrayList<ProcessState>();
        var ports = home.ports().toFile().exists() ? Ports.load(home) : null;
        try (var health = new Health()) {
            for (var name : processNames()) {
                var handle = process(name).running().orElse(null);
                if (handle == null || ports == null) {
                    states.add(ProcessState.stopped(name));
                } else {
                    var ready =
                            health.isReady(name.equals(PLATFORM) ? platformHealth(ports) : serviceHealth(ports, name));
                    states.add(ProcessState.running(name, handle, ready));
                }
            }
        }
        return states;
    }

    /** Stops every process, also a PostgreSQL whose platform was killed; true if anything ran. */
    public boolean down() {
        home.create();
        try (var lock = StackLock.take(home)) {
            return stopAll();
        }
    }

    private boolean stopAll() {
        var running = processNames().stream()
                .map(this::process)
                .filter(process -> process.running().isPresent())
                .toList();
        var services = running.stream()
                .filter(process -> !process.name().equals(PLATFORM))
                .toList();
        // Services first: they hand over to Kafka and PostgreSQL what they still hold.
        services.forEach(ManagedProcess::terminate);
        services.forEach(process -> process.awaitEnd(STOP_PATIENCE));
        var platform = process(PLATFORM);
        platform.terminate();
        platform.awaitEnd(STOP_PATIENCE);
        var leftover = LeftoverPostgres.stop(home.postgres().resolve("data"));
        return !running.isEmpty() || leftover;
    }

    private void awaitReady(Map<ManagedProcess, URI> processes) {
        var waiting = new LinkedHashMap<>(processes);
        long began = System.nanoTime();
        try (var health = new Health()) {
            while (!waiting.isEmpty()) {
                var seconds = (System.nanoTime() - began) / 1e9;
                waiting.entrySet().removeIf(entry -> {
                    var ready = health.isReady(entry.getValue());
                    if (ready) {
                        out.printf(
                                "  %-10s ready after %.1f s%n", entry.getKey().name(), seconds);
                        out.flush();
                    }
                    return ready;
                });
                for (var process : waiting.keySet()) {
                    requireAlive(process, seconds);
                }
                if (!waiting.isEmpty()) {
                    Pause.of(Duration.ofMillis(300));
                }
            }
        }
    }

    private void requireAlive(ManagedProcess process, double seconds) {
        if (process.running().isEmpty()) {
            throw new Failure(withLog(process, process.name() + " stopped while it was starting."));
        }
        if (seconds > START_PATIENCE.toSeconds()) {
            throw new Failure(withLog(
                    process, process.name() + " is not ready after " + START_PATIENCE.toSeconds() + " seconds."));
        }
    }

    private static String withLog(ManagedProcess process, String sentence) {
        return sentence + " Its log, " + process.log() + ", ends with:\n  "
                + String.join("\n  ", process.logTail(20))
                + "\n./throughline down stops the rest.";
    }

    private ManagedProcess process(String name) {
        return new ManagedProcess(name, home);
    }

    private static URI platformHealth(Ports ports) {
        return URI.create(ports.address() + "/services/platform/q/health/ready");
    }

    private static URI serviceHealth(Ports ports, String service) {
        return URI.create("http://127.0.0.1:" + ports.of(service) + "/q/health/ready");
    }

    private static List<String> java(int heapMegabytes, String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapMegabytes + "m",
                // A process without memory left answers nobody: it ends, and status and up say so.
                "-XX:+ExitOnOutOfMemoryError",
                // RocksDB, Netty and JNA load native code.
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true"));
        Collections.addAll(command, arguments);
        return command;
    }
}
