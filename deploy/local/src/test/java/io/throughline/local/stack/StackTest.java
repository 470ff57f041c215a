package io.throughline.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.local.Failure;
import io.throughline.testkit.FreePort;
import io.throughline.testkit.Processes;
import io.throughline.testkit.postgres.LeftoverPostgres;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the real platform process; the services are stand-ins here and real in system-tests. */
class StackTest {

    @TempDir
    private Path directory;

    private final StringWriter printed = new StringWriter();
    private Home home;
    private Path project;
    private Stack stack;

    @BeforeEach
    void create() {
        home = new Home(directory.resolve("home"));
        project = directory.resolve("project");
        stack = new Stack(home, project, new PrintWriter(printed, true));
        Service.NAMES.forEach(name -> FakeService.install(project, name, FakeService.class));
    }

    @AfterEach
    void down() {
        stack.down();
    }

    @Test
    void startsOnceAndKeepsDataOverARestart() throws Exception {
        var ports = stack.up(FreePort.find());
        var first = stack.status();
        assertThat(first)
                .allMatch(ProcessState::ready)
                .extracting(ProcessState::name)
                .containsExactly("platform", "intake", "journey", "feedback", "routing");
        assertThat(first).allMatch(state -> state.memoryBytes() > 10 << 20);
        createTopic(ports, "letters");

        assertThat(stack.up(null)).isEqualTo(ports);
        assertThat(stack.status())
                .extracting(ProcessState::pid)
                .isEqualTo(first.stream().map(ProcessState::pid).toList());
        assertThatThrownBy(() -> stack.up(ports.gateway() + 1))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("already runs at http://127.0.0.1:" + ports.gateway());

        var handles = first.stream()
                .map(state -> ProcessHandle.of(state.pid()).orElseThrow())
                .toList();
        assertThat(stack.down()).isTrue();
        assertThat(handles).allMatch(handle -> handle.info().command().isEmpty());
        assertThat(stack.status()).noneMatch(ProcessState::running);
        assertThat(stack.down()).isFalse();

        assertThat(stack.up(null)).isEqualTo(ports);
        assertThat(topics(ports)).contains("letters");

        var second = stack.status();
        Files.writeString(home.buildStamp(), "built anew");
        stack.up(null);
        assertThat(stack.status())
                .extracting(ProcessState::pid)
                .doesNotContainAnyElementsOf(
                        second.stream().map(ProcessState::pid).toList());
        assertThat(printed.toString()).contains("it was built anew");
    }

    @Test
    void nothingIsStartedBeforeAllIsBuilt() throws Exception {
        Files.delete(Service.jar(project, "routing"));
        assertThatThrownBy(() -> stack.up(FreePort.find()))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("build it with ./throughline build");
        assertThat(stack.status()).noneMatch(ProcessState::running);
    }

    @Test
    void tellsWhyAServiceDiedAndLeavesNothingBehindEvenOfAKilledPlatform() {
        FakeService.install(project, "journey", FakeService.Broken.class);
        assertThatThrownBy(() -> stack.up(FreePort.find()))
                .isInstanceOf(Failure.class)
                .hasMessageStartingWith("journey stopped while it was starting. Its log, " + home.log("journey"))
                .hasMessageContaining("the key is missing")
                .hasMessageEndingWith("./throughline down stops the rest.");

        var platform = ProcessHandle.of(stack.status().getFirst().pid()).orElseThrow();
        platform.destroyForcibly();
        assertThat(Processes.endsWithin(platform, Duration.ofSeconds(10))).isTrue();
        var data = home.postgres().resolve("data");
        assertThat(LeftoverPostgres.find(data)).isPresent();
        assertThat(stack.down()).isTrue();
        assertThat(LeftoverPostgres.find(data)).isEmpty();
    }

    private static void createTopic(Ports ports, String name) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", ports.kafkaBootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get();
        }
    }

    private static Iterable<String> topics(Ports ports) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", ports.kafkaBootstrapServers()))) {
            return admin.listTopics().names().get();
        }
    }
}
