package io.throughline.feedback.domain.cell;

import java.time.Instant;

/**
 * A span of event time.
 *
 * @param start inclusive
 * @param end exclusive
 */
public record Window(Instant start, Instant end) {}
