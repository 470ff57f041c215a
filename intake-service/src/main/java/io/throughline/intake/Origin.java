package io.throughline.intake;

import java.time.Duration;

/**
 * Where a request came from.
 *
 * @param tenant of the credential that delivered it
 * @param name stands for the source of what is refused where that cannot be read
 * @param maxLate how long ago an event may have happened
 * @param region ISO 3166-1 alpha-2, in which national telephone numbers are read
 */
public record Origin(String tenant, String name, Duration maxLate, String region) {}
