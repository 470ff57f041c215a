/** KPI values by window and dimensions: sums that contributions move, and what is published when they have moved. */
package io.throughline.feedback.domain.cell;
