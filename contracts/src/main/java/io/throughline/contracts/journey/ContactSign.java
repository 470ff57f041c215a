package io.throughline.contracts.journey;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a contact.
 *
 * @param what the event's name without {@code io.throughline.contact.}, e.g. {@code redirected}
 * @param at event time
 * @param detail the event's reason, e.g. {@code closed}; null where it has none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContactSign(String what, Instant at, @Nullable String detail) {}
