package io.throughline.local.stack;

import io.throughline.local.Failure;
import io.throughline.local.Main;
import io.throughline.testkit.FreePort;
import io.throughline.testkit.postgres.LeftoverPostgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The local stack: a platform process (Kafka, PostgreSQL, gateway) and one process a service. */
public final class Stack {

    /** The process that hosts Kafka, PostgreSQL and the gateway. */
    public static final String PLATFORM = "platform";

    private static final int PLATFORM_HEAP_MEGABYTES = 768;
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);

    private final Home home;
    private final Path project;
    private final PrintWriter out;
    private final Map<String, String> environment;
    private final List<String> services;

    public Stack(Home home, Path project, PrintWriter out) {
        this(home, project, out, Map.of());
    }

    /** @param environment configuration of every service, such as where traces go; it goes before the stack's own */
    public Stack(Home home, Path project, PrintWriter out, Map<String, String> environment) {
        this(home, project, out, environment, Service.NAMES);
    }

    /** @param services the only ones that {@link #up} starts */
    public Stack(
            Home home, Path project, PrintWriter out, Map<String, String> environment, Collection<String> services) {
        this.home = home;
        this.project = project;
        this.out = out;
        this.environment = Map.copyOf(environment);
        this.services = Service.NAMES.stream().filter(services::contains).toList();
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
            services.forEach(service -> Preflight.requireBuilt(Service.jar(project, service)));
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
            StartUp.awaitReady(Map.of(platform, platformHealth(ports)), out);
            return ports;
        }
        // Services left without their platform would meet another Kafka and PostgreSQL port.
        stopAll();
        var ports = Ports.choose(home, gatewayPort != null ? gatewayPort : lastGatewayPort());
        ports.save(home);
        platform.start(
                StartUp.java(
                        PLATFORM_HEAP_MEGABYTES,
                        "-Djava.util.logging.config.class=io.throughline.local.platform.Logging",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        PLATFORM),
                Map.of("THROUGHLINE_HOME", home.directory().toString()));
        StartUp.awaitReady(Map.of(platform, platformHealth(ports)), out);
        return ports;
    }

    private int lastGatewayPort() {
        return home.ports().toFile().exists() ? Ports.load(home).gateway() : Ports.DEFAULT_GATEWAY;
    }

    private void startServices(Ports ports, Credentials credentials) {
        var waiting = new LinkedHashMap<ManagedProcess, URI>();
        for (var name : services) {
            var process = process(name);
            if (process.running().isEmpty()) {
                start(process, name, ports, credentials, Map.of());
            }
            waiting.put(process, serviceHealth(ports.of(name)));
        }
        StartUp.awaitReady(waiting, out);
    }

    private void start(
            ManagedProcess process, String service, Ports ports, Credentials credentials, Map<String, String> more) {
        var described = described(service, ports, credentials);
        var settings = new HashMap<String, String>();
        if (System.getenv("OTEL_EXPORTER_OTLP_ENDPOINT") == null) {
            settings.put("OTEL_EXPORTER_OTLP_ENDPOINT", ports.otlpEndpoint());
        }
        settings.putAll(described.environment(home, ports, credentials));
        settings.putAll(environment);
        settings.putAll(more);
        var jar = Service.jar(project, service);
        process.start(StartUp.java(described.heapMegabytes(), "-jar", jar.toString()), settings);
    }

    private Service described(String service, Ports ports, Credentials credentials) {
        return Service.all(home, ports, credentials).stream()
                .filter(each -> each.name().equals(service))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Starts another instance of a service beside the one that {@link #up} starts, with a port and a state directory of
     * its own, and waits until it is ready; the gateway does not know it.
     *
     * @param instance name of its process, log and state directory
     */
    public void startInstance(String service, String instance) {
        int port = FreePort.find();
        var process = process(instance);
        var own = Map.of(
                "QUARKUS_HTTP_PORT", Integer.toString(port),
                "KAFKA_STREAMS_STATE_DIR", home.streams(instance).toString());
        start(process, service, Ports.load(home), Credentials.load(home), own);
        StartUp.awaitReady(Map.of(process, serviceHealth(port)), out);
    }

    /**
     * Starts another Java program of this class path, to compare a service with; {@link #down} stops it, too.
     *
     * @param service which it is compared with: it has as much heap
     */
    public void startProgram(String name, String service, Class<?> program, List<String> arguments) {
        int heap = described(service, Ports.load(home), Credentials.load(home)).heapMegabytes();
        var command = StartUp.java(heap, "-cp", System.getProperty("java.class.path"), program.getName());
        command.addAll(arguments);
        process(name).start(command, Map.of());
    }

    /** Stops one process, as {@link #down} stops all; nothing if it does not run. */
    public void stop(String name) {
        var process = process(name);
        process.terminate();
        process.awaitEnd(STOP_PATIENCE);
    }

    /** The process of this name while it runs. */
    public Optional<ProcessHandle> running(String name) {
        return process(name).running();
    }

    /** The state of each process, in the order of their start. */
    public List<ProcessState> status() {
        var states = new ArrayList<ProcessState>();
        var ports = home.ports().toFile().exists() ? Ports.load(home) : null;
        try (var health = new Health()) {
            for (var name :
                    Stream.concat(Stream.of(PLATFORM), services.stream()).toList()) {
                var handle = process(name).running().orElse(null);
                if (handle == null || ports == null) {
                    states.add(ProcessState.stopped(name));
                } else {
                    var ready = health.isReady(
                            name.equals(PLATFORM) ? platformHealth(ports) : serviceHealth(ports.of(name)));
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

    /** The same for the end of a program whose stack is its own, while another of its threads may hold the lock. */
    public void abandon() {
        home.create();
        while (stopAll()) {
            // What was started meanwhile is stopped the next time.
        }
    }

    private boolean stopAll() {
        var running = ManagedProcess.started(home).stream()
                .filter(process -> process.running().isPresent())
                .toList();
        var others = running.stream()
                .filter(process -> !process.name().equals(PLATFORM))
                .toList();
        // Services first: they hand over to Kafka and PostgreSQL what they still hold.
        others.forEach(ManagedProcess::terminate);
        others.forEach(process -> process.awaitEnd(STOP_PATIENCE));
        var platform = process(PLATFORM);
        platform.terminate();
        platform.awaitEnd(STOP_PATIENCE);
        var leftover = LeftoverPostgres.stop(home.postgres().resolve("data"));
        return !running.isEmpty() || leftover;
    }

    private ManagedProcess process(String name) {
        return new ManagedProcess(name, home);
    }

    private static URI platformHealth(Ports ports) {
        return URI.create(ports.address() + "/services/platform/q/health/ready");
    }

    private static URI serviceHealth(int port) {
        return URI.create("http://127.0.0.1:" + port + "/q/health/ready");
    }
}
