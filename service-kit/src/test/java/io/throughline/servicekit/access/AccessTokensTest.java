package io.throughline.servicekit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.servicekit.access.AccessTokens.Grant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessTokensTest {

    /** The first test vector of FIPS 180-2: the SHA-256 of "abc". */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void findsTheGrantOfAToken() {
        var tokens = AccessTokens.parse(
                """
                # who may call

                %s acme read,send   # the dashboard
                """
                        .formatted(ABC));

        assertThat(tokens.size()).isEqualTo(1);
        assertThat(tokens.find("abc")).contains(new Grant("acme", Set.of(Scope.SEND, Scope.READ)));
        assertThat(tokens.find("abcd")).isEmpty();
        assertThat(tokens.find("")).isEmpty();
        assertThat(tokens.find(ABC)).as("the hash itself is no token").isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            abc acme read                    | not a SHA-256
            HASH acme                        | found 2
            HASH acme read send              | found 4
            HASH Acme read                   | tenant 'Acme'
            HASH acme/x read                 | tenant 'acme/x'
            HASH acme read,write             | unknown scope 'write'
            HASH acme read,                  | unknown scope ''
            HASH acme READ                   | unknown scope 'READ'
            """)
    void badLineIsNamed(String line, String error) {
        assertThatThrownBy(() -> AccessTokens.parse("# first\n" + line.replace("HASH", ABC)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("line 2: ")
                .hasMessageContaining(error)
                .hasMessageNotContaining(ABC);
    }

    @Test
    void everyBadLineIsNamed() {
        var text = ABC + " acme read\n" + ABC + " globex send\nx\n";

        assertThatThrownBy(() -> AccessTokens.parse(text))
                .hasMessageContaining("line 2: the same token is granted on an earlier line")
                .hasMessageContaining("line 3: expected three words");
    }

    @Test
    void tenantHasAtMost63Characters() {
        var longest = "a".repeat(63);

        assertThat(AccessTokens.parse(ABC + " " + longest + " read").find("abc"))
                .isPresent();
        assertThatThrownBy(() -> AccessTokens.parse(ABC + " " + longest + "a read"))
                .hasMessageContaining("tenant");
    }
}
