/** The compact form in which the stages write their state and messages. */
@NullMarked
package io.throughline.journey.stream.form;

import org.jspecify.annotations.NullMarked;
