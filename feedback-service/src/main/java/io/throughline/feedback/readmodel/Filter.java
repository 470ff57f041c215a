package io.throughline.feedback.readmodel;

import io.throughline.feedback.domain.kpi.Dimension;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which values of dimensions are asked for.
 *
 * @param allowed for each dimension that is restricted, the values it may have
 */
public record Filter(SortedMap<Dimension, Set<String>> allowed) {

    /** What both let through; nothing where they agree on no value of a dimension. */
    public Filter and(Filter other) {
        var both = new TreeMap<>(allowed);
        other.allowed.forEach((dimension, values) -> both.merge(dimension, values, Filter::common));
        return new Filter(both);
    }

    private static Set<String> common(Set<String> one, Set<String> other) {
        var common = new TreeSet<>(one);
        common.retainAll(other);
        return common;
    }
}
