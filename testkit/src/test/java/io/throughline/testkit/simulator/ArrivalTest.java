package io.throughline.testkit.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.throughline.contracts.event.ContactEvent;
import java.time.Duration;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArrivalTest {

    private static final SimulatedMonth MONTH = Simulator.month(7, YearMonth.of(2026, 10), 500);
    private static final List<ContactEvent> EVENTS = MONTH.events();
    private static final double MOST_SAMPLING_ERROR = 0.02;

    @Test
    void everyEventArrivesAndAboutOneInTwentyTwice() {
        var deliveries = MONTH.deliveries();

        assertThat(new HashSet<>(deliveries)).isEqualTo(new HashSet<>(EVENTS));
        assertThat(share(deliveries.size() - EVENTS.size())).isCloseTo(0.05, within(MOST_SAMPLING_ERROR));
    }

    @Test
    void aThirdArrivesTwiceWhenAskedFor() {
        var deliveries = MONTH.deliveries(new Arrival(8, 1.0 / 3, 0.5, Duration.ofDays(20)));

        assertThat(new HashSet<>(deliveries)).isEqualTo(new HashSet<>(EVENTS));
        assertThat(share(deliveries.size() - EVENTS.size())).isCloseTo(1.0 / 3, within(MOST_SAMPLING_ERROR));
    }

    @Test
    void withoutDuplicatesEachArrivesOnce() {
        assertThat(MONTH.deliveries(new Arrival(7, 0, 0.12, Duration.ofDays(5))))
                .hasSameSizeAs(EVENTS)
                .doesNotHaveDuplicates();
    }

    @Test
    void neighboursArriveOutOfOrderEvenWhenNothingIsLate() {
        var deliveries = MONTH.deliveries(new Arrival(7, 0, 0, Duration.ofDays(5)));

        var time = deliveries.stream().map(ContactEvent::time).toList();
        assertThat(time).isNotEqualTo(time.stream().sorted().toList());
    }

    @Test
    void theSeedAloneDecidesTheOrder() {
        assertThat(MONTH.deliveries(Arrival.usual(1))).isEqualTo(MONTH.deliveries(Arrival.usual(1)));
        assertThat(MONTH.deliveries(Arrival.usual(1))).isNotEqualTo(MONTH.deliveries(Arrival.usual(2)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 1.01, Double.NaN})
    void aShareIsWithinZeroAndOne(double share) {
        var maxLate = Duration.ofDays(5);

        assertThatThrownBy(() -> new Arrival(1, share, 0, maxLate)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Arrival(1, 0, share, maxLate)).isInstanceOf(IllegalArgumentException.class);
    }

    private static double share(int count) {
        return (double) count / EVENTS.size();
    }
}
