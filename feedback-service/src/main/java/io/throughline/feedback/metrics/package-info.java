/** KPI values as Prometheus gauges. */
package io.throughline.feedback.metrics;
