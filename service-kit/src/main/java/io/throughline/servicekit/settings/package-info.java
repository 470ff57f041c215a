/** Files of settings that people write: read whole, refused with line and remedy, read again when they change. */
@NullMarked
package io.throughline.servicekit.settings;

import org.jspecify.annotations.NullMarked;
