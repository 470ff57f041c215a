/** The channels, intents and identifier types of the contract. */
package io.throughline.contracts.catalogue;
