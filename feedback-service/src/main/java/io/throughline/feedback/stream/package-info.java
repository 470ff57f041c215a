/** The stream: journeys in, KPI values and ledger out. */
package io.throughline.feedback.stream;
