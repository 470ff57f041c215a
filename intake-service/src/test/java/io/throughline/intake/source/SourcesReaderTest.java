package io.throughline.intake.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourcesReaderTest {

    @Test
    void readsASourceWithItsFields() {
        var source =
                read("""
                        {"type": "asterisk-cel", "name": "calls", "tenant": "acme", "path": "/var/log/asterisk/Master.csv",
                         "trunks": ["PJSIP/carrier"], "zone": "Asia/Hong_Kong", "market": "HK", "maxLate": "P9D",
                         "source": "/asterisk/hk"}""")
                        .getFirst();

        assertThat(source.path()).isEqualTo(Path.of("/var/log/asterisk/Master.csv"));
        assertThat(source.trunks()).isEqualTo(List.of("PJSIP/carrier"));
        assertThat(source.zone()).isEqualTo(ZoneId.of("Asia/Hong_Kong"));
        assertThat(source.connection().source()).isEqualTo("/asterisk/hk");
        assertThat(source.connection().market()).isEqualTo("HK");
        assertThat(source.connection().maxLate()).isEqualTo(Duration.ofDays(9));
    }

    @Test
    void knowsOwnAddressesAndDomains() {
        var source =
                read("""
                        {"type": "maildir", "name": "care", "tenant": "acme", "path": "/mail",
                         "addresses": ["Care@acme.example", "@help.acme.example"]}""")
                        .getFirst();

        assertThat(source.isOwn("care@acme.example")).isTrue();
        assertThat(source.isOwn("anybody@help.acme.example")).isTrue();
        assertThat(source.isOwn("ann@acme.example")).isFalse();
        assertThat(source.connection().source()).isEqualTo("/mail/care");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {"type": "telex", "name": "a", "tenant": "acme"}                                              | sources[0].type must be one of maildir, asterisk-queue-log, asterisk-cel, asterisk-ami
            {"type": "maildir", "tenant": "acme", "path": "/m", "addresses": ["a@b"]}                     | sources[0].name is missing
            {"type": "maildir", "name": "a", "tenant": "acme", "addresses": ["a@b"]}                      | sources[0].path is missing
            {"type": "maildir", "name": "a", "tenant": "acme", "path": "/m"}                              | sources[0].addresses is missing
            {"type": "asterisk-cel", "name": "a", "tenant": "acme", "path": "/m"}                         | sources[0].trunks is missing
            {"type": "asterisk-ami", "name": "a", "tenant": "acme", "host": "h", "user": "u"}             | sources[0].secret is missing
            {"type": "asterisk-queue-log", "name": "a", "tenant": "acme", "path": "/m", "zone": "Mars"}   | sources[0].zone must be a time zone
            {"type": "asterisk-queue-log", "name": "a", "tenant": "acme", "path": "/m", "maxLate": "9"}   | sources[0].maxLate must be a duration
            {"type": "asterisk-queue-log", "name": "a", "tenant": "acme", "path": "/m", "market": "hk"}   | sources[0].market must be two capital letters
            {"type": "asterisk-queue-log", "name": "a", "tenant": "acme", "paths": "/m"}                  | sources[0].paths is not a field of sources
            """)
    void namesEntryAndFieldOfAMistake(String entry, String message) {
        assertThatThrownBy(() -> read(entry))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void refusesTwoSourcesOfOneName() {
        var entry = "{\"type\": \"asterisk-queue-log\", \"name\": \"a\", \"tenant\": \"acme\", \"path\": \"/m\"}";
        assertThatThrownBy(() -> read(entry + "," + entry)).hasMessageContaining("sources[1].name");
        assertThatThrownBy(() -> SourcesReader.read("{".getBytes(UTF_8))).hasMessageContaining("line 1");
    }

    private static List<SourceEntry> read(String entries) {
        return SourcesReader.read(("{\"sources\": [" + entries + "]}").getBytes(UTF_8));
    }
}
