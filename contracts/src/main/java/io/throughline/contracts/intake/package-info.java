/** What intake-service publishes beside events. */
package io.throughline.contracts.intake;
