package io.throughline.feedback.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.feedback.report.Maturity.Area;
import io.throughline.feedback.report.Maturity.Assessment;
import io.throughline.feedback.report.Maturity.Evidence;
import io.throughline.feedback.report.Maturity.Rated;
import io.throughline.feedback.report.Maturity.Rating;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaturityTest {

    private static final Evidence NOTHING = new Evidence(null, 0, null, 0, 0);

    @ParameterizedTest
    @CsvSource({
        "0.0499, 5, MUST_IMPROVE_NOW",
        "0.05, 5, ROOM_TO_IMPROVE",
        "0.1999, 5, ROOM_TO_IMPROVE",
        "0.20, 5, EXCELLENT",
        "0.20, 0, ROOM_TO_IMPROVE",
    })
    void asksForNumbersAndOpinions(double responseRate, long opinions, Rating rating) {
        assertThat(rated(new Evidence(responseRate, opinions, null, 0, 0), Area.COLLECTING_DATA)
                        .rating())
                .isEqualTo(rating);
    }

    @ParameterizedTest
    @CsvSource({"0.49, MUST_IMPROVE_NOW", "0.5, ROOM_TO_IMPROVE", "0.8, EXCELLENT"})
    void takesConnectedChannelsForAConsistentStrategy(double connected, Rating rating) {
        assertThat(rated(new Evidence(null, 0, connected, 0, 0), Area.CONSISTENT_STRATEGY)
                        .rating())
                .isEqualTo(rating);
    }

    @Test
    void takesTheCompanysOwnWordWhereNothingIsMeasured() {
        var own = Map.of(Area.TRAINING_BEFORE_LAUNCH, new Assessment(Rating.EXCELLENT, "every launch since May"));

        assertThat(Maturity.rate(NOTHING, own))
                .contains(new Rated(
                        Area.TRAINING_BEFORE_LAUNCH,
                        Rating.EXCELLENT,
                        "self-assessed",
                        List.of("every launch since May")));
        assertThat(rated(NOTHING, Area.TRAINING_BEFORE_LAUNCH).rating()).isNull();
    }

    @Test
    void doesNotLetTheCompanysWordReplaceEvidence() {
        var own = Map.of(Area.CULTURE, new Assessment(Rating.EXCELLENT, "we think so"));

        assertThat(Maturity.rate(NOTHING, own))
                .contains(new Rated(
                        Area.CULTURE,
                        Rating.MUST_IMPROVE_NOW,
                        "measured",
                        List.of("0 members of staff who share opinions")));
    }

    @Test
    void putsTheWorstFirst() {
        var evidence = new Evidence(0.10, 5, 0.2, 1, 0);

        assertThat(Maturity.mendFirst(Maturity.rate(evidence, Map.of())))
                .containsExactly(
                        Area.CONSISTENT_STRATEGY, Area.CULTURE, Area.COLLECTING_DATA, Area.FEEDBACK_BEFORE_AND_AFTER);
    }

    private static Rated rated(Evidence evidence, Area area) {
        return Maturity.rate(evidence, Map.of()).stream()
                .filter(one -> one.area() == area)
                .findFirst()
                .orElseThrow();
    }
}
