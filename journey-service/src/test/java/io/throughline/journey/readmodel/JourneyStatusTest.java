package io.throughline.journey.readmodel;

import static io.throughline.journey.JourneyFixture.journey;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.contracts.journey.Journey.Status;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JourneyStatusTest {

    private static final Instant FAR = Instant.parse("2099-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "OPEN, 2026-11-07T23:59:59.999999999Z, OPEN",
        "OPEN, 2026-11-08T00:00:00Z, LAPSED",
        "OPEN, 2026-11-08T00:00:00.000000001Z, LAPSED",
        "LAPSED, 2026-11-01T00:00:00Z, LAPSED",
        "RESOLVED, 2099-01-01T00:00:00Z, RESOLVED"
    })
    void openJourneyLapsesAtItsTime(Status published, Instant now, Status expected) {
        var journey = journey("acme", "j_1")
                .contact("1", "phone", "2026-11-01T00:00:00Z")
                .lapsesAt("2026-11-08T00:00:00Z")
                .status(published)
                .build();

        assertThat(JourneyStatus.asOf(journey, now).status()).isEqualTo(expected);
    }

    @Test
    void openJourneyThatNeverLapsesStaysOpen() {
        var journey = journey("acme", "j_1")
                .contact("1", "phone", "2026-11-01T00:00:00Z")
                .build();

        assertThat(JourneyStatus.asOf(journey, FAR)).isSameAs(journey);
    }

    @Test
    void nothingButTheStatusChanges() {
        var open = journey("acme", "j_1")
                .contact("1", "phone", "2026-11-01T00:00:00Z")
                .lapsesAt("2026-11-08T00:00:00Z");

        assertThat(JourneyStatus.asOf(open.build(), FAR))
                .isEqualTo(open.status(Status.LAPSED).build());
    }
}
