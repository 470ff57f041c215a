package io.throughline.feedback.stream;

import java.time.Instant;

/**
 * How far a tenant's event time has come, as far as this task knows.
 *
 * @param now the latest event time of its journeys
 * @param matured up to when cells that matured have been told
 */
record TenantClock(Instant now, Instant matured) {

    static final TenantClock BEGINNING = new TenantClock(Instant.EPOCH, Instant.EPOCH);

    TenantClock advancedTo(Instant time) {
        return time.isAfter(now) ? new TenantClock(time, matured) : this;
    }

    TenantClock allMatured() {
        return new TenantClock(now, now);
    }
}
