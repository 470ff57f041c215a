package io.throughline.feedback.domain.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class KpiRulesTest {

    private static final Path DESCRIPTION = Path.of("../docs/kpis.md");

    @Test
    void haveOneNameEach() {
        assertThat(KpiRules.ALL).extracting(KpiRule::id).doesNotHaveDuplicates();
    }

    @Test
    void areDescribedInTheirOrder() throws IOException {
        List<String> described = Files.readAllLines(DESCRIPTION).stream()
                .filter(line -> line.startsWith("### `"))
                .map(line -> line.replaceAll("^### `([^`]+)`.*", "$1"))
                .toList();

        assertThat(described)
                .isEqualTo(
                        KpiRules.ALL.stream().map(rule -> rule.id().toString()).toList());
    }

    @Test
    void standWhereTheDescriptionSays() throws Exception {
        var places = Pattern.compile("`(\\w+)#(\\w+)`")
                .matcher(Files.readString(DESCRIPTION))
                .results()
                .toList();

        assertThat(places).hasSize(KpiRules.ALL.size());
        for (var place : places) {
            var type = Class.forName(getClass().getPackageName() + "." + place.group(1));
            assertThat(type.getDeclaredMethods()).extracting(Method::getName).contains(place.group(2));
        }
    }

    @Test
    void addUpWithoutLoss() {
        var sums = Sums.of(3, 5, 7L).plus(Sums.of(-3, 1, 0L, 9L));

        assertThat(sums).isEqualTo(Sums.of(0, 6, 7L, 9L));
        assertThat(sums.minus(sums)).isEqualTo(Sums.ZERO);
        assertThat(sums.minus(Sums.of(0, 0, 0L, 9L))).isEqualTo(Sums.of(0, 6, 7L));
    }
}
