package io.throughline.feedback.domain.kpi;

import org.jspecify.annotations.Nullable;

/** How a KPI's value and interval come from its sums. */
@FunctionalInterface
public interface Formula {

    /** The estimate; null where there is no case to speak of, and so nothing to publish. */
    @Nullable
    Estimate of(Sums sums);
}
