package io.throughline.servicekit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.servicekit.rules.IdentifierRules.Blocked;
import io.throughline.servicekit.settings.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesDirectoryTest {

    private static final String ACME =
            """
            tenant: acme
            identifiers:
              region: GB
              ownNumbers: ["+44 20 7946 0000"]
              blocked:
                - {type: email, value: "noreply@acme.example", because: the form fills it in}
            versions: []
            """;

    @TempDir
    Path directory;

    private long seconds;

    @Test
    void readsTheIdentifierPartOfEachTenant() throws IOException {
        write("acme", ACME);
        var file = open().of("acme").orElseThrow();
        assertThat(file.identifiers())
                .isEqualTo(new IdentifierRules(
                        "GB",
                        List.of(
                                new Blocked("email", "noreply@acme.example"),
                                new Blocked("phone", "+44 20 7946 0000"),
                                new Blocked("whatsapp", "+44 20 7946 0000"))));
        assertThat(open().of("other")).isEmpty();
    }

    @Test
    void aBrokenFileStopsTheStart() throws IOException {
        write("acme", ACME.replace("region: GB", "region: UK"));
        assertThatThrownBy(this::open)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("throughline.rules.directory: acme.yaml:3:11: identifiers.region: 'UK' cannot be read. "
                        + "Write a country's two capital letters, e.g. HK.");
    }

    @Test
    void aFileForAnotherTenantStopsTheStart() throws IOException {
        write("other", ACME);
        assertThatThrownBy(this::open).hasMessageContaining("other.yaml:1:9: tenant: 'acme' cannot be read.");
    }

    @Test
    void aFileThatNobodyWouldReadStopsTheStart() throws IOException {
        Files.writeString(directory.resolve("acme.yml"), ACME);
        assertThatThrownBy(this::open)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("acme.yml")
                .hasMessageContaining("name it <tenant>.yaml");
    }

    @Test
    void aMissingDirectoryStopsTheStart() {
        directory = directory.resolve("nowhere");
        assertThatThrownBy(this::open).hasMessageContaining("nowhere");
    }

    @Test
    void aChangedFileIsReadAgainAndABrokenOneChangesNothing() throws IOException {
        write("acme", ACME);
        var rules = open();
        write("acme", ACME.replace("GB", "HK") + "# longer\n");
        assertThat(region(rules)).isEqualTo("GB");
        seconds += 1;
        assertThat(region(rules)).isEqualTo("HK");
        assertThat(rules.edition()).isEqualTo(1);
        write("acme", "tenant: [");
        seconds += 1;
        assertThat(region(rules)).isEqualTo("HK");
        assertThat(rules.edition()).isEqualTo(1);
        Files.delete(directory.resolve("acme.yaml"));
        seconds += 1;
        assertThat(rules.of("acme")).isEmpty();
        assertThat(rules.edition()).isEqualTo(2);
    }

    @Test
    void aFileThatTheReaderStumblesOverStopsTheStartAndChangesNothingLater() throws IOException {
        write("acme", ACME);
        var rules = open(RulesDirectoryTest::stumbling);
        write("acme", ACME.replace("GB", "HK") + "stumble: true\n");
        seconds += 1;
        assertThat(region(rules)).isEqualTo("GB");
        assertThat(rules.edition()).isZero();
        assertThatThrownBy(() -> open(RulesDirectoryTest::stumbling))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("throughline.rules.directory: java.lang.IllegalStateException: stumbled");
    }

    @Test
    void withoutADirectoryNobodyHasRules() {
        assertThat(new RulesDirectory<>(Optional.empty(), RulesFile::withoutVersions).of("acme"))
                .isEmpty();
    }

    private static String region(RulesDirectory<?> rules) {
        return String.valueOf(rules.of("acme").orElseThrow().identifiers().region());
    }

    private RulesDirectory<List<Object>> open() {
        return open(RulesFile::withoutVersions);
    }

    private RulesDirectory<List<Object>> open(Function<Section, List<Object>> versions) {
        return new RulesDirectory<>(Optional.of(directory), versions, () -> TimeUnit.SECONDS.toNanos(seconds));
    }

    private static List<Object> stumbling(Section file) {
        if (file.get("stumble").isPresent()) {
            throw new IllegalStateException("stumbled");
        }
        return RulesFile.withoutVersions(file);
    }

    private void write(String tenant, String text) throws IOException {
        Files.writeString(directory.resolve(tenant + ".yaml"), text);
    }
}
