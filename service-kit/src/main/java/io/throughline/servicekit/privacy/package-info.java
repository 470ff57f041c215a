/** Keeps personal data out of logs. */
@NullMarked
package io.throughline.servicekit.privacy;

import org.jspecify.annotations.NullMarked;
