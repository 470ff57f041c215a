package io.throughline.feedback.domain.statistics;

import io.throughline.contracts.kpi.Interval;
import org.jspecify.annotations.Nullable;

/**
 * How much one figure exceeds another.
 *
 * @param difference first minus second
 * @param interval 95 %; null where there are too few customers to tell
 * @param p two-sided: how probable a difference at least as large is where there is none; null where nothing varies
 */
public record Effect(double difference, @Nullable Interval interval, @Nullable Double p) {}
