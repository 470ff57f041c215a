/** What routing-service publishes. */
package io.throughline.contracts.routing;
