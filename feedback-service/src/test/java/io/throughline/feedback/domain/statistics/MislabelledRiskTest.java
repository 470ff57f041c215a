package io.throughline.feedback.domain.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MislabelledRiskTest {

    @Test
    void isTheRiskItselfWhenNoLabelIsWrong() {
        assertThat(MislabelledRisk.corrected(10, 75, 12, 225, 0, 0)).isEqualTo(2.5, within(1e-12));
    }

    @Test
    void findsTheTrueRiskBehindWrongLabels() {
        // Truly 200 of 1000 against 100 of 1000, so 2. With a tenth missed and a twentieth mistaken one sees
        // 180 + 5 of 900 + 50 against 20 + 95 of 100 + 950.
        assertThat(MislabelledRisk.corrected(185, 950, 115, 1050, 0.1, 0.05)).isEqualTo(2, within(1e-12));
    }

    @Test
    void saysNothingWhereLabelsCannotBeThatWrong() {
        assertThat(MislabelledRisk.corrected(1, 10, 50, 990, 0, 0.1))
                .as("fewer labels than mistakes")
                .isNull();
        assertThat(MislabelledRisk.corrected(10, 75, 0, 225, 0, 0))
                .as("no other dissatisfied")
                .isNull();
    }

    @Test
    void refusesLabelsThatAreWrongMoreOftenThanRight() {
        assertThatIllegalArgumentException().isThrownBy(() -> MislabelledRisk.corrected(1, 2, 1, 2, 0.5, 0.5));
    }
}
