package io.throughline.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.contracts.json.ContractJson;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsTest {

    @TempDir
    private Path directory;

    private Home home;

    @BeforeEach
    void create() {
        home = new Home(directory);
        home.create();
    }

    @Test
    void areMadeOnceAndKept() {
        var made = Credentials.loadOrCreate(home);
        assertThat(Credentials.loadOrCreate(home)).isEqualTo(made);
        assertThat(Credentials.load(home)).isEqualTo(made);
        assertThat(Base64.getDecoder().decode(made.tokenKey())).hasSize(32);
        assertThat(made.webhookSecrets()).containsOnlyKeys("zendesk", "amazon-connect");
    }

    @Test
    void differFromStackToStack(@TempDir Path other) {
        var elsewhere = new Home(other);
        elsewhere.create();
        var one = Credentials.loadOrCreate(home);
        var two = Credentials.loadOrCreate(elsewhere);
        assertThat(one.token()).isNotEqualTo(two.token());
        assertThat(one.tokenKey()).isNotEqualTo(two.tokenKey());
    }

    @Test
    void nobodyElseMayReadThemOrWhatIsMadeOfThem() throws Exception {
        ServiceFiles.write(home, Credentials.loadOrCreate(home));
        for (var file : List.of(home.credentials(), home.tokens(), home.connections())) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .as(file.toString())
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void servicesGetTheTokensHashAndNotTheToken() throws Exception {
        var credentials = Credentials.loadOrCreate(home);
        ServiceFiles.write(home, credentials);
        var hash = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256")
                        .digest(credentials.token().getBytes(StandardCharsets.UTF_8)));
        assertThat(home.tokens()).content().startsWith(hash + " demo send,read,administer #");
        assertThat(home.tokens()).content().doesNotContain(credentials.token());
    }

    @Test
    void eachPlatformHasADemoConnection() throws Exception {
        var credentials = Credentials.loadOrCreate(home);
        ServiceFiles.write(home, credentials);
        var connections =
                ContractJson.STRICT.readTree(home.connections().toFile()).path("connections");
        assertThat(connections).hasSize(2);
        var zendesk = connections.get(1);
        assertThat(zendesk.path("platform").asText()).isEqualTo("zendesk");
        assertThat(zendesk.path("name").asText()).isEqualTo("demo");
        assertThat(zendesk.path("tenant").asText()).isEqualTo("demo");
        assertThat(zendesk.path("source").asText()).isEqualTo("/zendesk/demo");
        assertThat(zendesk.path("secret").asText())
                .isEqualTo(credentials.webhookSecrets().get("zendesk"));
    }
}
