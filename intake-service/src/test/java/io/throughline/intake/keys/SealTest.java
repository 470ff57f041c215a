package io.throughline.intake.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class SealTest {

    private static final String OLD = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final String NEW = "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWY=";
    private static final byte[] PLACE = "acme|zendesk|hk".getBytes(UTF_8);
    private static final byte[] SECRET = "a secret".getBytes(UTF_8);

    @Test
    void opensWhatItClosedAndNeverTheSameTwice() {
        var seal = seal(OLD);
        var sealed = seal.close(SECRET, PLACE);

        assertThat(seal.open(sealed, PLACE)).hasValue(SECRET);
        assertThat(seal.close(SECRET, PLACE)).isNotEqualTo(sealed);
    }

    @Test
    void opensNothingThatWasMovedOrChanged() {
        var seal = seal(OLD);
        var sealed = Base64.getDecoder().decode(seal.close(SECRET, PLACE));

        assertThat(seal.open(Base64.getEncoder().encodeToString(sealed), "other|zendesk|hk".getBytes(UTF_8)))
                .isEmpty();
        sealed[sealed.length - 1] ^= 1;
        assertThat(seal.open(Base64.getEncoder().encodeToString(sealed), PLACE)).isEmpty();
        assertThat(seal.open("AAAA", PLACE)).isEmpty();
    }

    @Test
    void afterARotationOpensWhatTheOldKeyClosedAndClosesWithTheNew() {
        var underOld = seal(OLD).close(SECRET, PLACE);
        var both = seal(NEW + "," + OLD);

        assertThat(both.open(underOld, PLACE)).hasValue(SECRET);
        assertThat(seal(NEW).open(both.close(SECRET, PLACE), PLACE)).hasValue(SECRET);
        assertThat(seal(NEW).open(underOld, PLACE)).isEmpty();
    }

    @Test
    void everyPurposeHasAKeyOfItsOwn() {
        var keys = MasterKeys.parse(OLD);
        var sealed = new Seal(keys, "one purpose").close(SECRET, PLACE);
        assertThat(new Seal(keys, "another purpose").open(sealed, PLACE)).isEmpty();
    }

    private static Seal seal(String keys) {
        return new Seal(MasterKeys.parse(keys), "test purpose");
    }
}
