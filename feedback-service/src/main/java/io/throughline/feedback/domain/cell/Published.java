package io.throughline.feedback.domain.cell;

import static java.util.stream.Collectors.joining;

import io.throughline.feedback.domain.kpi.Dimension;
import io.throughline.feedback.domain.kpi.Dimensions;
import java.util.List;
import java.util.SortedMap;

/** Which cells are published; any other window or combination is worked out when somebody asks for it. */
public final class Published {

    private static final List<List<Dimension>> BY_DAY = List.of(
            List.of(),
            List.of(Dimension.CHANNEL),
            List.of(Dimension.INTENT),
            List.of(Dimension.MARKET),
            List.of(Dimension.CHANNEL, Dimension.INTENT));

    /**
     * What is watched while a day goes on. An hour of one intent or market rests on few cases: they would be most of all
     * values, and nobody's number.
     */
    private static final List<List<Dimension>> BY_HOUR = List.of(List.of(), List.of(Dimension.CHANNEL));

    /** The sizes of windows. */
    public static final List<WindowSize> SIZES = List.of(WindowSize.HOUR, WindowSize.DAY);

    private Published() {}

    /** The combinations of dimensions of a size; none where the size is not published. */
    public static List<List<Dimension>> groupings(WindowSize size) {
        return switch (size) {
            case HOUR -> BY_HOUR;
            case DAY -> BY_DAY;
            case FIVE_MINUTES, WEEK, MONTH -> List.of();
        };
    }

    /** The combinations in words. */
    public static String names(WindowSize size) {
        return groupings(size).stream()
                .map(grouping -> grouping.isEmpty()
                        ? "nothing"
                        : grouping.stream().map(Dimension::key).collect(joining(",")))
                .collect(joining(" or "));
    }

    /** The published combinations that a case belongs to. */
    static List<SortedMap<String, String>> groups(WindowSize size, Dimensions dimensions) {
        return groupings(size).stream().map(dimensions::only).toList();
    }
}
