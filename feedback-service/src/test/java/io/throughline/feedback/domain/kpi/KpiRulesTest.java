package io.throughline.feedback.domain.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KpiRulesTest {

    private static final Path DESCRIPTION = Path.of("../docs/kpis.md");

    @Test
    void haveOneNameEach() {
        assertThat(KpiRules.ALL).extracting(KpiRule::id).doesNotHaveDuplicates();
    }

    @Test
    void areDescribedInTheirOrder() throws IOException {
        var described = Pattern.compile("^### `([^`]+)`", Pattern.MULTILINE)
                .matcher(Files.readString(DESCRIPTION))
                .results()
                .flatMap(heading -> ids(heading.group(1)))
                .toList();

        assertThat(described)
                .isEqualTo(
                        KpiRules.ALL.stream().map(rule -> rule.id().toString()).toList());
    }

    @Test
    void standWhereTheDescriptionSays() throws Exception {
        for (String section : Files.readString(DESCRIPTION).split("(?m)^### ")) {
            var places = Pattern.compile("`(\\w+Kpis)#(\\w+)`")
                    .matcher(section)
                    .results()
                    .toList();
            assertThat(places.isEmpty())
                    .as(section.lines().findFirst().orElse(""))
                    .isEqualTo(!section.startsWith("`"));
            for (var place : places) {
                var type = Class.forName(getClass().getPackageName() + "." + place.group(1));
                assertThat(type.getDeclaredMethods())
                        .extracting(Method::getName)
                        .contains(place.group(2));
            }
        }
    }

    @Test
    void addUpWithoutLoss() {
        var sums = Sums.of(3, 5, 7L).plus(Sums.of(-3, 1, 0L, 9L));

        assertThat(sums).isEqualTo(Sums.of(0, 6, 7L, 9L));
        assertThat(sums.minus(sums)).isEqualTo(Sums.ZERO);
        assertThat(sums.minus(Sums.of(0, 0, 0L, 9L))).isEqualTo(Sums.of(0, 6, 7L));
    }

    /** {@code name:a|b} is {@code name:a} and {@code name:b}. */
    private static Stream<String> ids(String heading) {
        int colon = heading.indexOf(':');
        String name = heading.substring(0, colon + 1);
        return Arrays.stream(heading.substring(colon + 1).split("\\|")).map(name::concat);
    }
}
