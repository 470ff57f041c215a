/** Carries a compacted topic into a database table: batches of changes, at least once, never stopped by one record. */
@NullMarked
package io.throughline.servicekit.sink;

import org.jspecify.annotations.NullMarked;
