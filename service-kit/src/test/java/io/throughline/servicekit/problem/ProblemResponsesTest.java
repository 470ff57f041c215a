package io.throughline.servicekit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemResponsesTest {

    @ParameterizedTest
    @CsvSource({"0,1", "1,1", "1000,1", "1001,2", "1500,2", "60000,60"})
    void waitIsRoundedUpToSeconds(long millis, long seconds) {
        assertThat(ProblemResponses.seconds(Duration.ofMillis(millis))).isEqualTo(seconds);
    }

    @ParameterizedTest
    @CsvSource({
        "400,INVALID_REQUEST",
        "404,NOT_FOUND",
        "409,CONFLICT",
        "418,INVALID_REQUEST",
        "501,INTERNAL_ERROR",
        "503,UNAVAILABLE"
    })
    void everyStatusHasAType(int status, ProblemType type) {
        assertThat(ProblemType.ofStatus(status)).isEqualTo(type);
    }

    @Test
    void typeIsAnIdentifier() {
        assertThat(ProblemType.TOO_MANY_REQUESTS.uri()).isEqualTo("urn:throughline:problem:too-many-requests");
    }
}
