/** What journey-service publishes. */
package io.throughline.contracts.journey;
