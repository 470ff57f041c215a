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
        assertThat(inFlight.enter("a", 50)).isTrue();
        assertThat(inFlight.enter("a", 1)).isFalse();
        inFlight.leave("a", 50);
        assertThat(inFlight.enter("a", 50)).isTrue();
        assertThat(inFlight.enter("b", 50)).isTrue();
        inFlight.leave("b", 50);
        assertThat(inFlight.enter("c", 50)).isTrue();
    }

    @Test
    void aBodyLargerThanTheTenantsShareIsLetInAlone() {
        assertThat(inFlight.enter("a", 51)).isTrue();
        assertThat(inFlight.enter("a", 1)).isFalse();
        inFlight.leave("a", 51);
        assertThat(inFlight.enter("a", 1)).isTrue();
        assertThat(inFlight.enter("a", 51)).isFalse();
    }

    @Test
    void aBodyLargerThanAllThereIsWaitsForTheOthers() {
        assertThat(inFlight.enter("b", 1)).isTrue();
        assertThat(inFlight.enter("a", 101)).isFalse();
        inFlight.leave("b", 1);
        assertThat(inFlight.enter("a", 101)).isTrue();
        assertThat(inFlight.enter("b", 1)).isFalse();
    }
}
