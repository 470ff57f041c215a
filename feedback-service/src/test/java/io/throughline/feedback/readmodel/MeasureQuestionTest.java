package io.throughline.feedback.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.feedback.domain.finding.FindingKind;
import io.throughline.feedback.readmodel.MeasureQuestion.By;
import io.throughline.feedback.readmodel.MeasureQuestion.OfFinding;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MeasureQuestionTest {

    @Test
    void dividesNothingWhereAllIsAsked() {
        assertThat(table(By.ALL)).contains("'' as whole, '' as part");
        assertThat(table(By.SAID)).contains("adds ->> 0 as whole, adds ->> 1 as part");
        assertThat(table(By.CHANNEL)).contains("adds ->> 0 as whole, channel as part");
    }

    private static String table(By by) {
        var question = new MeasureQuestion(
                "acme",
                new OfFinding(FindingKind.SATISFIED_BY_CONTACTS),
                by,
                ZoneOffset.UTC,
                null,
                null,
                new Filter(new TreeMap<>()));
        return question.table(new ArrayList<>());
    }
}
