package io.throughline.journey.stream.cases;

import org.jspecify.annotations.Nullable;

/**
 * On whose record the contacts of a case stand.
 *
 * @param ownerId the person of its earliest contact; null while it has none
 */
record CaseState(@Nullable String ownerId) {}
