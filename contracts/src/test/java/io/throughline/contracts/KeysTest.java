package io.throughline.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.contracts.topic.Keys;
import org.junit.jupiter.api.Test;

class KeysTest {

    @Test
    void partsWithSeparatorsNeverCollide() {
        assertThat(Keys.contact("t", "a|b", "c")).isNotEqualTo(Keys.contact("t", "a", "b|c"));
        assertThat(Keys.contact("t", "a%7Cb", "c")).isNotEqualTo(Keys.contact("t", "a|b", "c"));
    }

    @Test
    void splitUndoesJoin() {
        assertThat(Keys.split(Keys.join("t", "a|b%7C", "", "100 %"))).containsExactly("t", "a|b%7C", "", "100 %");
    }
}
