package io.throughline.intake.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InFlightTest {

    private final InFlight inFlight = new InFlight(100, 0.5);

    @Test
    void aTenantHasItsShareAndNoMore() {
        assertThat(inFlight.enter("a", 50)).isTrue();
        assertThat(inFlight.enter("a", 1)).isFalse();
        assertThat(inFlight.enter("b", 50)).isTrue();
        assertThat(inFlight.enter("c", 1)).isFalse();
    }

    @Test
    void whatIsGivenBackIsThereAgainAndARefusedBodyTakesNothing() {
        assertThat(inFlight.enter("a", 51)).isFalse();
        assertThat(inFlight.enter("a", 50)).isTrue();
        inFlight.leave("a", 50);
        assertThat(inFlight.enter("a", 50)).isTrue();
        assertThat(inFlight.enter("b", 50)).isTrue();
        inFlight.leave("b", 50);
        assertThat(inFlight.enter("c", 50)).isTrue();
    }
}
