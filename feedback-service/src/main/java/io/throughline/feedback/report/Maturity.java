package io.throughline.feedback.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The five areas of Zoom's maturity model, rated. The thresholds are our own: the model publishes none. */
public final class Maturity {

    /** What is rated, in the order of the model. */
    public enum Area {
        @JsonProperty("collecting-data")
        COLLECTING_DATA,
        @JsonProperty("consistent-strategy")
        CONSISTENT_STRATEGY,
        @JsonProperty("training-before-launch")
        TRAINING_BEFORE_LAUNCH,
        @JsonProperty("feedback-before-and-after")
        FEEDBACK_BEFORE_AND_AFTER,
        @JsonProperty("culture")
        CULTURE;

        /** The area of a name; empty where there is none. */
        public static Optional<Area> named(String key) {
            return List.of(values()).stream()
                    .filter(area -> area.key().equals(key))
                    .findFirst();
        }

        /** Its name in requests. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** How good an area is; the worst comes first. */
    public enum Rating {
        @JsonProperty("must-improve-now")
        MUST_IMPROVE_NOW,
        @JsonProperty("room-to-improve")
        ROOM_TO_IMPROVE,
        @JsonProperty("excellent")
        EXCELLENT
    }

    /**
     * A rated area.
     *
     * @param rating null where nothing is measured and nobody assessed it
     * @param by {@code measured} or {@code self-assessed}; null without a rating
     * @param reasons why
     */
    public record Rated(Area area, @Nullable Rating rating, @Nullable String by, List<String> reasons) {}

    /**
     * What the company says of an area itself.
     *
     * @param reason in its own words
     */
    public record Assessment(Rating rating, String reason) {}

    /**
     * What is measured.
     *
     * @param responseRate answered surveys among offered ones; null without any
     * @param opinions answers of customers to questions with answers to choose from
     * @param connected switches after which the next contact could know the earlier; null without any
     * @param changes recorded changes of which what came after has begun to mature
     * @param staff members of staff who answered
     */
    record Evidence(
            @Nullable Double responseRate, long opinions, @Nullable Double connected, long changes, long staff) {}

    private Maturity() {}

    /** Every area, measured where the stream has evidence, else as the company assesses itself. */
    static List<Rated> rate(Evidence evidence, Map<Area, Assessment> assessments) {
        var rated = new ArrayList<Rated>();
        for (Area area : Area.values()) {
            var measured =
                    switch (area) {
                        case COLLECTING_DATA -> collecting(evidence);
                        case CONSISTENT_STRATEGY -> consistent(evidence);
                        case TRAINING_BEFORE_LAUNCH -> null;
                        case FEEDBACK_BEFORE_AND_AFTER ->
                            measured(area, evidence.changes(), 1, 3, "changes with feedback before and after");
                        case CULTURE -> measured(area, evidence.staff(), 1, 30, "members of staff who share opinions");
                    };
            rated.add(measured == null ? assessed(area, assessments.get(area)) : measured);
        }
        return rated;
    }

    /** What to mend first: the worst rating first, in the order of the model; what is excellent or not rated is left out. */
    static List<Area> mendFirst(List<Rated> rated) {
        return rated.stream()
                .filter(one -> one.rating() != null && one.rating() != Rating.EXCELLENT)
                .sorted(Comparator.comparing(Rated::rating, Comparator.nullsLast(Comparator.naturalOrder())))
                .map(Rated::area)
                .toList();
    }

    private static @Nullable Rated collecting(Evidence evidence) {
        Double rate = evidence.responseRate();
        if (rate == null) {
            return null;
        }
        Rating rating = rating(rate, 0.05, 0.20);
        var reasons = new ArrayList<>(List.of(percent(rate) + " of the surveys offered were answered"));
        if (evidence.opinions() == 0) {
            reasons.add("numbers only: no question with answers to choose from was answered");
            rating = rating == Rating.EXCELLENT ? Rating.ROOM_TO_IMPROVE : rating;
        }
        return new Rated(Area.COLLECTING_DATA, rating, "measured", reasons);
    }

    private static @Nullable Rated consistent(Evidence evidence) {
        Double connected = evidence.connected();
        return connected == null
                ? null
                : new Rated(
                        Area.CONSISTENT_STRATEGY,
                        rating(connected, 0.5, 0.8),
                        "measured",
                        List.of("after " + percent(connected)
                                + " of switches the next contact could know the earlier"));
    }

    private static Rated measured(Area area, long count, long some, long many, String what) {
        return new Rated(area, rating(count, some, many), "measured", List.of(count + " " + what));
    }

    private static Rated assessed(Area area, @Nullable Assessment assessment) {
        return assessment == null
                ? new Rated(area, null, null, List.of("nothing of it is measured, and nobody has assessed it"))
                : new Rated(area, assessment.rating(), "self-assessed", List.of(assessment.reason()));
    }

    private static Rating rating(double value, double room, double excellent) {
        return value >= excellent ? Rating.EXCELLENT : value >= room ? Rating.ROOM_TO_IMPROVE : Rating.MUST_IMPROVE_NOW;
    }

    private static String percent(double share) {
        return "%.0f %%".formatted(100 * share);
    }
}
