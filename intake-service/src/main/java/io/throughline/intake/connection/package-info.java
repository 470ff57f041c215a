/** The connections by which platforms send: of a file, and of the administration API. */
package io.throughline.intake.connection;
