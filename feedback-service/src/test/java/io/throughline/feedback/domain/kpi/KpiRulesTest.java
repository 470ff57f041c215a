package io.throughline.feedback.domain.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class KpiRulesTest {

    @Test
    void haveOneNameEach() {
        assertThat(KpiRules.ALL).extracting(KpiRule::id).doesNotHaveDuplicates();
    }

    @Test
    void areDescribedInTheirOrder() throws IOException {
        List<String> described = Files.readAllLines(Path.of("../docs/kpis.md")).stream()
                .filter(line -> line.startsWith("### `"))
                .map(line -> line.replaceAll("^### `([^`]+)`.*", "$1"))
                .toList();

        assertThat(described)
                .isEqualTo(
                        KpiRules.ALL.stream().map(rule -> rule.id().toString()).toList());
    }

    @Test
    void addUpWithoutLoss() {
        var sums = Sums.of(3, 5, 7L).plus(Sums.of(-3, 1, 0L, 9L));

        assertThat(sums).isEqualTo(Sums.of(0, 6, 7L, 9L));
        assertThat(sums.minus(sums)).isEqualTo(Sums.ZERO);
        assertThat(sums.minus(Sums.of(0, 0, 0L, 9L))).isEqualTo(Sums.of(0, 6, 7L));
    }
}
