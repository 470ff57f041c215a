/** Files of rows, read one row at a time however large they are. */
@NullMarked
package io.throughline.local.backfill.rows;

import org.jspecify.annotations.NullMarked;
