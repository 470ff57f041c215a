/** Calls to a running stack. */
package io.throughline.local.client;
