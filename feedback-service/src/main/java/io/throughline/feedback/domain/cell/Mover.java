package io.throughline.feedback.domain.cell;

import java.time.Instant;

/**
 * The journey that moved a cell.
 *
 * @param journeyId its id
 * @param revision its revision then; 0 when it was withdrawn
 * @param asOf event time up to which it was known
 */
public record Mover(String journeyId, long revision, Instant asOf) {}
