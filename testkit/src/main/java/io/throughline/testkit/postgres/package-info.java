/** A PostgreSQL server without Docker. */
package io.throughline.testkit.postgres;
