package io.throughline.intake.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionsReaderTest {

    private static final String SECRET = "a-secret-of-sixteen-or-more";

    @Test
    void readsAConnectionWithAllFields() {
        var connection =
                read("""
                        {"platform": "zendesk", "name": "hk", "tenant": "acme", "secret": "%s", "market": "HK",
                         "source": "/zendesk/acme", "maxLate": "P500D",
                         "publicUrl": "https://example.com/zendesk", "signatureWindow": "PT1M"}""")
                        .get("zendesk/hk");

        assertThat(connection)
                .isEqualTo(new Connection(
                        "zendesk",
                        "hk",
                        "acme",
                        SECRET,
                        "HK",
                        "/zendesk/acme",
                        Duration.ofDays(500),
                        "https://example.com/zendesk",
                        Duration.ofMinutes(1)));
    }

    @Test
    void fillsInWhatIsUsual() {
        var connection =
                read("""
                {"platform": "amazon-connect", "name": "hk", "tenant": "acme", "secret": "%s"}""")
                        .get("amazon-connect/hk");

        assertThat(connection.source()).isEqualTo("/amazon-connect/hk");
        assertThat(connection.market()).isNull();
        assertThat(connection.maxLate()).isNull();
        assertThat(connection.signatureWindow()).isEqualTo(Duration.ofMinutes(5));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {"platform": "zendesk", "name": "hk", "tenant": "acme"}                                 | connections[0].secret is missing
            {"platform": "zendesk", "name": "hk", "secret": "%s"}                                   | connections[0].tenant is missing
            {"platform": "telex", "name": "hk", "tenant": "acme", "secret": "%s"}                   | connections[0].platform must be one of amazon-connect
            {"platform": "zendesk", "name": "H K", "tenant": "acme", "secret": "%s"}                | connections[0].name must be 1 to 63
            {"platform": "zendesk", "name": "hk", "tenant": "acme", "secret": "short"}              | connections[0].secret must have at least 16 characters
            {"platform": "zendesk", "name": "hk", "tenant": "acme", "secret": 1}                    | connections[0].secret must be a text
            {"platform": "zendesk", "name": "hk", "tenant": "acme", "secret": "%s", "market": "hk"} | connections[0].market must be two capital letters
            {"platform": "zendesk", "name": "hk", "tenant": "acme", "secret": "%s", "maxLate": "9"} | connections[0].maxLate must be a duration
            {"platform": "zendesk", "name": "hk", "tenant": "acme", "secret": "%s", "markt": "HK"}  | connections[0].markt is not a field
            {"platform": "zendesk", "name": "hk", "tenant": "acme", "secret": "%s", "publicUrl": "x"} | connections[0].publicUrl must be the webhook's URL
            7                                                                                       | connections[0] must be an object
            """)
    void namesEntryAndFieldOfAMistakeAndNeverTheSecret(String entry, String message) {
        assertThatThrownBy(() -> read(entry))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining(SECRET)
                .hasMessageNotContaining("short");
    }

    @Test
    void reportsAllMistakesAtOnce() {
        assertThatThrownBy(() -> read("{\"platform\": \"telex\"}"))
                .hasMessageContaining("platform")
                .hasMessageContaining("name")
                .hasMessageContaining("tenant")
                .hasMessageContaining("secret");
    }

    @Test
    void refusesTwoConnectionsOfOneName() {
        var entry = """
                {"platform": "zendesk", "name": "hk", "tenant": "acme", "secret": "%s"}""";
        assertThatThrownBy(() -> read(entry + "," + entry)).hasMessageContaining("connections[1].name");
    }

    @Test
    void refusesWhatIsNoConnectionsFile() {
        assertThatThrownBy(() -> ConnectionsReader.read("[]".getBytes(UTF_8))).hasMessageContaining("'connections'");
        assertThatThrownBy(() -> ConnectionsReader.read("{".getBytes(UTF_8))).hasMessageContaining("line 1");
    }

    @Test
    void aConnectionDoesNotShowItsSecret() {
        var connection =
                read("""
                {"platform": "zendesk", "name": "hk", "tenant": "acme", "secret": "%s"}""")
                        .get("zendesk/hk");

        assertThat(connection.toString()).contains("zendesk/hk").doesNotContain(SECRET);
    }

    @Test
    void aPreviousSecretOfTheFileIsValidAsLongAsItStandsThere() {
        var registered = ConnectionsReader.read(
                        """
                        {"connections": [{"platform": "zendesk", "name": "hk", "tenant": "acme",
                          "secret": "the-new-secret-of-zendesk", "previousSecret": "the-old-secret-of-zendesk"}]}"""
                                .getBytes(UTF_8))
                .get("zendesk/hk");

        assertThat(registered.validAt(Instant.parse("2400-01-01T00:00:00Z")))
                .extracting(Connection::secret)
                .containsExactly("the-new-secret-of-zendesk", "the-old-secret-of-zendesk");
        assertThat(registered.toString()).doesNotContain("secret-of-zendesk");
    }

    private static Map<String, Connection> read(String entries) {
        var byKey = new HashMap<String, Connection>();
        ConnectionsReader.read(("{\"connections\": [" + entries.replace("%s", SECRET) + "]}").getBytes(UTF_8))
                .forEach((key, registered) -> byKey.put(key, registered.connection()));
        return byKey;
    }
}
