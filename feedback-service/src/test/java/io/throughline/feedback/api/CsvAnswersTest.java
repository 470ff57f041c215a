package io.throughline.feedback.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvAnswersTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1"})
    void keepsTextFromBecomingAFormula(String text) {
        assertThat(CsvAnswers.cell(text)).isEqualTo("'" + text);
    }

    @Test
    void leavesNumbersAlone() {
        assertThat(CsvAnswers.cell(-0.25)).isEqualTo("-0.25");
        assertThat(CsvAnswers.cell("phone")).isEqualTo("phone");
        assertThat(CsvAnswers.cell(null)).isEmpty();
    }
}
