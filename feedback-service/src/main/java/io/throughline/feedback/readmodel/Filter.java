package io.throughline.feedback.readmodel;

import io.throughline.feedback.domain.kpi.Dimension;
import java.util.Set;
import java.util.SortedMap;

/**
 * Which values of dimensions are asked for.
 *
 * @param allowed for each dimension that is restricted, the values it may have
 */
public record Filter(SortedMap<Dimension, Set<String>> allowed) {}
