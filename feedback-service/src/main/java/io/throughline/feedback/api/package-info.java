/** The HTTP answers: KPI values, the ledger, the cases behind a number, the reports. */
package io.throughline.feedback.api;
