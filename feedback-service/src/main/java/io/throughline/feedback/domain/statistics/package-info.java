/** Statistics of reports and of changes: pure functions, each with its source. Customers are the independent units. */
package io.throughline.feedback.domain.statistics;
