package io.throughline.servicekit.tracing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrailTest {

    private static final String A = trace("a", 1);
    private static final String B = trace("b", 1);
    private static final String NOT_KEPT = trace("c", 0);

    @ParameterizedTest
    @ValueSource(strings = {"", "@1700000000000"})
    void aTextIsReadAsItWasWritten(String end) {
        for (var text : List.of(end, (A + " " + end).strip(), (A + " " + B + " " + end).strip())) {
            assertThat(Trail.valueOf(text)).hasToString(text);
            assertThat(Trail.of(Trail.valueOf(text).headers())).hasToString(text);
        }
    }

    @Test
    void readsWhatARecordCarries() {
        var headers = new RecordHeaders().add("traceparent", A.getBytes(UTF_8));
        assertThat(Trail.of(headers)).isEqualTo(new Trail(List.of(A), Trail.UNKNOWN));
    }

    @Test
    void twoBecomeOneThatContinuesTheLaterAndIsAsOldAsTheOlder() {
        assertThat(new Trail(List.of(A), 2000).with(new Trail(List.of(B), 3000)))
                .isEqualTo(new Trail(List.of(B, A), 2000));
        assertThat(new Trail(List.of(A), 2000).with(Trail.NONE)).isEqualTo(new Trail(List.of(A), 2000));
    }

    @Test
    void aTraceThatNobodyKeepsYieldsToOneThatIsKept() {
        assertThat(new Trail(List.of(A), 1)
                        .with(new Trail(List.of(NOT_KEPT), 2))
                        .traces())
                .containsExactly(A);
        assertThat(Trail.NONE.with(new Trail(List.of(NOT_KEPT), 2)).traces()).containsExactly(NOT_KEPT);
    }

    @Test
    void linksAreBounded() {
        var many = IntStream.range(0, 100)
                .mapToObj(i -> new Trail(List.of("00-%032x-%016x-01".formatted(i + 1, i + 1)), i))
                .reduce(Trail.NONE, Trail::with);
        assertThat(many.traces()).hasSize(Trail.MOST_TRACES).first().isEqualTo("00-%032x-%016x-01".formatted(100, 100));
        assertThat(many.acceptedAt()).isZero();
    }

    private static String trace(String digit, int flags) {
        return "00-" + digit.repeat(32) + "-" + digit.repeat(16) + "-0" + (flags & 1);
    }
}
