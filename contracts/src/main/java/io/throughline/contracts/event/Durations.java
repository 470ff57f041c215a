package io.throughline.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How long the parts of a contact took, in seconds, at least 0; null is not known.
 *
 * @param queue waiting for a person
 * @param talk speaking or writing with one
 * @param hold on hold
 * @param wrap after-contact work of the agent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Durations(@Nullable Double queue, @Nullable Double talk, @Nullable Double hold, @Nullable Double wrap) {}
