/** Loads files of history: row by row into events, chunk by chunk to intake, and on from where it was stopped. */
@NullMarked
package io.throughline.local.backfill;

import org.jspecify.annotations.NullMarked;
