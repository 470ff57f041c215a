/** What every service measures alike, under the names of OpenTelemetry's semantic conventions. */
@NullMarked
package io.throughline.servicekit.metrics;

import org.jspecify.annotations.NullMarked;
