package io.throughline.local.bench;

import io.throughline.contracts.topic.Topic;
import io.throughline.local.Failure;
import io.throughline.local.client.Api;
import io.throughline.local.stack.Credentials;
import io.throughline.local.stack.Home;
import io.throughline.local.stack.Ports;
import io.throughline.local.stack.Stack;
import io.throughline.testkit.Directories;
import io.throughline.testkit.FreePort;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * A stack for one measurement: a broker, a PostgreSQL and the services it asks for, as processes of their own on free
 * ports of the loopback interface, with data under the home of the local stack. Closing it ends all of them and deletes
 * the data; so does the end of this process, but not its being killed.
 */
final class Lab implements AutoCloseable {

    private static final PrintWriter SILENT = new PrintWriter(Writer.nullWriter());

    private final Home home;
    private final Thread closeAtExit = new Thread(this::end, "lab-closer");

    private Lab(Path directory) {
        this.home = new Home(directory);
    }

    /** A lab with broker and PostgreSQL, and no service yet. */
    static Lab open() {
        var directory = Home.fromEnvironment().directory().resolve("bench");
        try {
            Files.createDirectories(directory);
            var lab = new Lab(Files.createTempDirectory(directory, "lab-"));
            Runtime.getRuntime().addShutdownHook(lab.closeAtExit);
            lab.start(List.of(), Map.of());
            return lab;
        } catch (IOException e) {
            throw new Failure("Cannot write to " + directory + ": " + e.getMessage(), e);
        }
    }

    /**
     * Starts those of the services that do not run, and waits until they are ready.
     *
     * @param environment configuration besides that of the local stack
     */
    void start(Collection<String> services, Map<String, String> environment) {
        boolean first = !Files.exists(home.credentials());
        stack(services, environment).up(first ? FreePort.find() : null);
    }

    /** Starts a Java program of this class path, with as much heap as the service has that it is compared with. */
    void startProgram(String name, String service, Class<?> program, List<String> arguments) {
        stack(List.of(), Map.of()).startProgram(name, service, program, arguments);
    }

    /** Ends a service or program and waits for its end. */
    void stop(String process) {
        stack(List.of(), Map.of()).stop(process);
    }

    /**
     * A process that runs.
     *
     * @throws Failure when it has ended, with where its log is
     */
    ProcessHandle process(String name) {
        return stack(List.of(), Map.of())
                .running(name)
                .orElseThrow(() ->
                        new Failure(name + " has ended while it was measured; the end of its log:\n" + logEnd(name)));
    }

    /** Calls the services through the gateway as the demo tenant, with every scope. */
    Api api() {
        return Api.local(home);
    }

    /** The port on which a service listens itself, without the gateway. */
    int port(String service) {
        return Ports.load(home).of(service);
    }

    /** The demo tenant's token, with every scope. */
    String token() {
        return Credentials.load(home).token();
    }

    /** The JDBC URL of a service's database, whose user has the same name. */
    String database(String service) {
        return "jdbc:postgresql://127.0.0.1:" + Ports.load(home).postgres() + "/" + service;
    }

    String databasePassword() {
        return Credentials.load(home).databasePassword();
    }

    /** {@code host:port} of the broker. */
    String kafka() {
        return Ports.load(home).kafkaBootstrapServers();
    }

    Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", kafka()));
    }

    /** Makes a topic as its contract says. */
    void createTopic(Topic<?> topic) {
        create(new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(topic.settings()));
    }

    /** Makes a topic of no contract. */
    void createTopic(String name, int partitions) {
        create(new NewTopic(name, partitions, (short) 1));
    }

    private void create(NewTopic topic) {
        try (var admin = admin()) {
            KafkaAnswer.to(admin.createTopics(List.of(topic)).all(), "Kafka does not make the topic");
        }
    }

    /** Bytes of the files in which a service keeps its streams' state; what is in memory is there once it is stopped. */
    long stateBytes(String service) {
        var directory = home.streams(service);
        if (!Files.exists(directory)) {
            return 0;
        }
        try (var files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).mapToLong(Lab::size).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A directory for a program's state. */
    Path directory(String name) {
        return home.data().resolve(name);
    }

    @Override
    public void close() {
        end();
        Runtime.getRuntime().removeShutdownHook(closeAtExit);
    }

    private void end() {
        stack(List.of(), Map.of()).abandon();
        Directories.delete(home.directory());
    }

    private Stack stack(Collection<String> services, Map<String, String> environment) {
        return new Stack(home, Home.project(), SILENT, environment, services);
    }

    private String logEnd(String process) {
        try {
            var lines = Files.readAllLines(home.log(process));
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 10), lines.size()));
        } catch (IOException e) {
            return "(" + home.log(process) + " cannot be read)";
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            // Deleted while we looked.
            return 0;
        }
    }
}
