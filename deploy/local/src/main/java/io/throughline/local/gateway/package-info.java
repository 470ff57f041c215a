/** The one address in front of the services. */
package io.throughline.local.gateway;
