/** What each KPI counts, and how a value comes from its sums. */
package io.throughline.feedback.domain.kpi;
