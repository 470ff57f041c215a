package io.throughline.intake.cloudevents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventHeadersTest {

    /** The first two are the examples of CloudEvents' HTTP binding 1.0.2. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            Euro%20%E2%82%AC%20%F0%9F%98%80 | Euro € 😀
            Euro%20%e2%82%ac                | Euro €
            plain                           | plain
            100%                            | 100%
            50%2                            | 50%2
            %zz%41                          | %zzA
            "a b"                           | a b
            "say \\"hi\\""                  | say "hi"
            "back\\\\slash"                 | back\\slash
            "                               | "
            """)
    void decodesValues(String header, String value) {
        assertThat(EventHeaders.decode(header)).isEqualTo(value);
    }

    @Test
    void takesTheCeHeadersInAnyCasing() {
        var headers = Map.of("CE-Id", List.of("1", "2"), "ce-source", List.of("/s"), "Content-Type", List.of("x"));

        assertThat(EventHeaders.attributes(headers)).isEqualTo(Map.of("id", "1", "source", "/s"));
    }
}
