/** The master key and what is derived of it. */
package io.throughline.intake.keys;
