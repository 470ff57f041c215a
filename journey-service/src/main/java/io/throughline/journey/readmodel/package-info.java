/** The PostgreSQL read model: what is asked over HTTP comes from here, never from the stream's stores. */
@NullMarked
package io.throughline.journey.readmodel;

import org.jspecify.annotations.NullMarked;
