/** The events that come in: one record for each type of the contact event contract. */
package io.throughline.contracts.event;
