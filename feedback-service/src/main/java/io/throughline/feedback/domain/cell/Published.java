package io.throughline.feedback.domain.cell;

import static java.util.stream.Collectors.joining;

import io.throughline.feedback.domain.kpi.Dimension;
import io.throughline.feedback.domain.kpi.Dimensions;
import java.util.List;
import java.util.SortedMap;

/** Which cells are published; any other window or combination is worked out when somebody asks for it. */
public final class Published {

    /** The sizes of windows. */
    public static final List<WindowSize> SIZES = List.of(WindowSize.HOUR, WindowSize.DAY);

    /** The combinations of dimensions. */
    public static final List<List<Dimension>> GROUPINGS = List.of(
            List.of(),
            List.of(Dimension.CHANNEL),
            List.of(Dimension.INTENT),
            List.of(Dimension.MARKET),
            List.of(Dimension.CHANNEL, Dimension.INTENT));

    private Published() {}

    /** The combinations in words. */
    public static String names() {
        return GROUPINGS.stream()
                .map(grouping -> grouping.isEmpty()
                        ? "nothing"
                        : grouping.stream().map(Dimension::key).collect(joining(",")))
                .collect(joining(" or "));
    }

    /** The published combinations that a case belongs to. */
    static List<SortedMap<String, String>> groups(Dimensions dimensions) {
        return GROUPINGS.stream().map(dimensions::only).toList();
    }
}
