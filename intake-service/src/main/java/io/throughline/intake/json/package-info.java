/** Bytes to documents: the trees of JDK types that the domain reads. */
package io.throughline.intake.json;
