/** The mapping file of an import: which events a row becomes. Reading it finds its mistakes; applying it is pure. */
@NullMarked
package io.throughline.local.backfill.mapping;

import org.jspecify.annotations.NullMarked;
