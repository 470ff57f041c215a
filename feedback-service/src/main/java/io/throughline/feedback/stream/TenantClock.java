package io.throughline.feedback.stream;

import java.time.Instant;

/**
 * How far a tenant's event time has come, as far as this task knows.
 *
 * @param now the latest event time of its journeys
 * @param told up to when what follows from it has been told
 */
record TenantClock(Instant now, Instant told) {

    static final TenantClock BEGINNING = new TenantClock(Instant.EPOCH, Instant.EPOCH);

    TenantClock advancedTo(Instant time) {
        return time.isAfter(now) ? new TenantClock(time, told) : this;
    }

    TenantClock allTold() {
        return new TenantClock(now, now);
    }
}
