package io.throughline.systemtests;

import io.throughline.contracts.json.ContractJson;
import io.throughline.local.client.Api;
import io.throughline.local.stack.Credentials;
import io.throughline.local.stack.Home;
import io.throughline.local.stack.Ports;
import io.throughline.local.stack.Stack;
import io.throughline.testkit.Directories;
import io.throughline.testkit.FreePort;
import io.throughline.testkit.Processes;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** The stack that {@code ./throughline up} starts, with data of its own under target and a tenant for each test. */
final class RunningStack implements AutoCloseable {

    private static final Path PROJECT = Path.of("").toAbsolutePath().getParent();
    /** The same in every stack, so that two stacks give the same tokens, and with them the same ids. */
    private static final String TOKEN_KEY = "c3lzdGVtLXRlc3RzLXRva2VuLWtleS0zMi1ieXRlcyE=";

    private final Home home;
    private final Stack stack;
    private final Thread stopAtExit = new Thread(this::abandon);

    private RunningStack(String name, Map<String, String> environment) {
        home = new Home(Path.of("target", "stacks", name));
        stack = new Stack(home, PROJECT, new PrintWriter(System.out, true, StandardCharsets.UTF_8), environment);
    }

    /**
     * A stack that is ready.
     *
     * @param name of its directory; what an earlier run left there is deleted
     * @param environment further configuration of every service
     */
    static RunningStack start(String name, Map<String, String> environment) {
        var running = new RunningStack(name, environment);
        running.stop();
        Directories.delete(running.home.directory());
        running.home.create();
        running.writeCredentials();
        Runtime.getRuntime().addShutdownHook(running.stopAtExit);
        try {
            running.stack.up(FreePort.find());
            return running;
        } catch (RuntimeException e) {
            running.close();
            throw e;
        }
    }

    /** The one address, as this tenant. */
    Api api(Tenant tenant) {
        return new Api(ports().address(), tenant.token());
    }

    /** The one address. */
    String address() {
        return ports().address();
    }

    /** A service's own address, past the gateway. */
    String addressOf(String service) {
        return "http://127.0.0.1:" + ports().of(service);
    }

    String kafka() {
        return ports().kafkaBootstrapServers();
    }

    /** Where every process writes its log. */
    Path logs() {
        return home.logs();
    }

    /** The JDBC URL of a service's database, with user and password. */
    String database(String service) {
        return "jdbc:postgresql://127.0.0.1:" + ports().postgres() + "/" + service + "?user=" + service + "&password="
                + credentials().databasePassword();
    }

    Credentials credentials() {
        return Credentials.load(home);
    }

    /** Adds a token with these scopes alone, by the file that every service follows. */
    void allow(String token, Tenant tenant, String scopes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            var line = "%s %s %s%n".formatted(HexFormat.of().formatHex(digest), tenant.id(), scopes);
            Files.writeString(home.tokens(), line, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Kills one service as {@code kill -9} does: it cannot finish anything. */
    void kill(String service) {
        var process = stack.running(service).orElseThrow(() -> new IllegalStateException(service + " does not run"));
        process.destroyForcibly();
        if (!Processes.endsWithin(process, Duration.ofSeconds(10))) {
            throw new IllegalStateException(service + " survived");
        }
    }

    /** Lets a process stand still, or go on. */
    void freeze(String process, boolean still) {
        var running = stack.running(process).orElseThrow();
        try {
            new ProcessBuilder("kill", still ? "-STOP" : "-CONT", Long.toString(running.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Starts another instance of a service beside the first, and waits until it is ready. */
    void startInstance(String service, String instance) {
        stack.startInstance(service, instance);
    }

    /** Ends a service or another instance in order. */
    void stopInstance(String instance) {
        stack.stop(instance);
    }

    /** Starts again what does not run, and waits until all is ready. */
    void repair() {
        stack.up(null);
    }

    /** The same without waiting; ends with a failure where a service is killed before it is ready. */
    CompletableFuture<Void> repairing() {
        return CompletableFuture.runAsync(this::repair);
    }

    /** Where a service keeps the state of its streams. */
    Path stateOf(String service) {
        return home.streams(service);
    }

    @Override
    public void close() {
        stop();
        Runtime.getRuntime().removeShutdownHook(stopAtExit);
    }

    private void stop() {
        if (Files.exists(home.directory())) {
            stack.down();
        }
    }

    /** The tests are at their end, by whatever reason: another thread may be starting the stack. */
    private void abandon() {
        if (Files.exists(home.directory())) {
            stack.abandon();
        }
    }

    private Ports ports() {
        return Ports.load(home);
    }

    private void writeCredentials() {
        var tokens = new TreeMap<String, String>();
        for (Tenant tenant : Tenant.values()) {
            tokens.put(tenant.id(), tenant.token());
        }
        var credentials = new Credentials(
                tokens,
                TOKEN_KEY,
                "database-password",
                Map.of("amazon-connect", "secret-of-amazon-connect", "zendesk", "secret-of-the-zendesk-demo"));
        try {
            Files.write(home.credentials(), ContractJson.STRICT.writeValueAsBytes(credentials));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
