package io.throughline.routing.domain;

import static io.throughline.routing.JourneyFixture.journey;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.contracts.event.Outcome;
import io.throughline.contracts.journey.JourneyContact.Role;
import io.throughline.contracts.journey.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailedChannelsTest {

    @ParameterizedTest
    @CsvSource({"FORCED, true", "FORCED_WITH_CONSENT, true", "VOLUNTARY, false", "UNDETERMINED, false"})
    void channelThatTheCustomerWasForcedOutOfFailed(Verdict verdict, boolean failed) {
        var journey = journey("acme", "j_1")
                .contact("chatbot", Outcome.UNKNOWN)
                .contact("phone", Outcome.UNKNOWN)
                .switched(verdict)
                .build();

        assertThat(FailedChannels.of(journey).contains("chatbot")).isEqualTo(failed);
        assertThat(FailedChannels.of(journey)).doesNotContain("phone");
    }

    @ParameterizedTest
    @CsvSource({
        "UNRESOLVED, CUSTOMER,  false, true",
        "UNKNOWN,    CUSTOMER,  true,  true",
        "UNKNOWN,    CUSTOMER,  false, false",
        "RESOLVED,   CUSTOMER,  false, false",
        "UNRESOLVED, OUTBOUND,  false, false",
        "UNRESOLVED, COMPANION, true,  false"
    })
    void channelWhereTheCustomerWasNotServedFailed(Outcome outcome, Role role, boolean abandoned, boolean failed) {
        var journey = journey("acme", "j_1")
                .contact("phone", outcome, role, abandoned)
                .build();

        assertThat(FailedChannels.of(journey).contains("phone")).isEqualTo(failed);
    }
}
