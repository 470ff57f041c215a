/** What feedback-service publishes. */
package io.throughline.contracts.kpi;
