package io.throughline.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {

    @TempDir
    private Path project;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void anEmptyProject() {
        System.setProperty("throughline.project", project.toString());
    }

    @AfterEach
    void forget() {
        System.clearProperty("throughline.project");
    }

    @Test
    void everyCommandHasHelpWithAnExample() {
        for (var name : Main.commandLine().getSubcommands().keySet()) {
            if (!name.equals("platform")) {
                assertThat(run(name, "--help")).isZero();
                assertThat(out.toString()).contains("Example:", "./throughline " + name);
            }
        }
        out.getBuffer().setLength(0);
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("import", "THROUGHLINE_HOME").doesNotContain("platform");
    }

    @Test
    void soHasEachBenchmark() {
        var bench = Main.commandLine().getSubcommands().get("bench");
        assertThat(bench.getSubcommands()).isNotEmpty();
        for (var name : bench.getSubcommands().keySet()) {
            assertThat(run("bench", name, "--help")).isZero();
            assertThat(out.toString()).contains("Example:", "./throughline bench " + name);
        }
        assertThat(run("bench")).isEqualTo(2);
    }

    @Test
    void aFailureIsOneSentenceAndNoStackTrace() {
        assertThat(run("report")).isEqualTo(1);
        assertThat(err.toString().strip())
                .isEqualTo("There is no local stack in " + project.resolve(".throughline")
                        + " yet: start it with ./throughline up");
    }

    @Test
    void nothingBuiltIsSaid() {
        assertThat(run("up", "--port", "0")).isEqualTo(1);
        assertThat(err.toString()).contains("build it with ./throughline build").doesNotContain("\tat ");
    }

    @Test
    void misuseIsToldApartFromFailure() {
        assertThat(run("logs", "nobody")).isEqualTo(2);
        assertThat(err.toString()).contains("There is no service nobody; there are platform, intake");
        assertThat(run("import", project.resolve("no.ndjson").toString())).isEqualTo(1);
        assertThat(err.toString()).contains("There is no file");
        assertThat(run("report", "--by", "channel")).isEqualTo(2);
        assertThat(err.toString()).contains("--by needs a KPI");
    }

    @Test
    void anImportThatCannotBeIsToldBeforeAnythingIsSent() throws IOException {
        var rows = Files.writeString(project.resolve("rows.csv"), "Id\n1\n");
        var mapping = Files.writeString(project.resolve("rows.yaml"), "source: /x\nzone: Nowhere\n");
        assertThat(run("import", rows.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("give one with --mapping");
        assertThat(run("import", rows.toString(), "-m", mapping.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("rows.yaml, line 2, column 7: 'Nowhere' is no time zone");
    }

    @Test
    void downAndStatusOfAStackThatNeverWas() {
        assertThat(run("down")).isZero();
        assertThat(out.toString()).contains("Nothing was running.");
        assertThat(run("status")).isEqualTo(1);
        assertThat(out.toString()).containsPattern("journey +stopped");
    }

    private int run(String... arguments) {
        return Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
