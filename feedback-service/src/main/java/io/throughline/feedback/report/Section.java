package io.throughline.feedback.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * Figures of a report that belong together, as a table.
 *
 * @param name stable, for programs
 * @param title what the figures say, for people
 * @param figures at least one; without any case one that says why there is no value
 */
public record Section(String name, String title, Unit unit, List<Figure> figures) {

    /** The same section under another name. */
    Section named(String other) {
        return new Section(other, title, unit, figures);
    }

    /** The same section of other figures. */
    Section with(UnaryOperator<Figure> change) {
        return new Section(name, title, unit, figures.stream().map(change).toList());
    }

    /** What values are counted in. */
    public enum Unit {
        /** 0 to 1. */
        @JsonProperty("share")
        SHARE,
        /** Difference of two shares, -1 to 1. */
        @JsonProperty("share-difference")
        SHARE_DIFFERENCE,
        /** Scores of 1 to 5. */
        @JsonProperty("score")
        SCORE,
        @JsonProperty("seconds")
        SECONDS,
        /** How many times as much. */
        @JsonProperty("ratio")
        RATIO,
        /** As the KPI that is compared. */
        @JsonProperty("kpi-difference")
        KPI_DIFFERENCE,
        @JsonProperty("count")
        COUNT;

        /** Its word. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
