package io.throughline.intake.limits;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Bytes of bodies that are being worked on: bounded in all, and for each tenant, so that one leaves room for the others.
 * A body larger than a bound is let in alone: refused, it would be sent again for ever.
 */
public final class InFlight {

    private final long max;
    private final long maxOfTenant;
    private final AtomicLong all = new AtomicLong();
    private final ConcurrentHashMap<String, AtomicLong> byTenant = new ConcurrentHashMap<>();

    /** @param shareOfTenant the part of it that one tenant may have, above 0 and up to 1 */
    public InFlight(long max, double shareOfTenant) {
        this.max = max;
        this.maxOfTenant = Math.round(max * shareOfTenant);
    }

    /** Whether there was room for a body; if so it has to be given back by {@link #leave}. */
    public boolean enter(String tenant, long bytes) {
        var ofTenant = byTenant.computeIfAbsent(tenant, name -> new AtomicLong());
        if (add(ofTenant, bytes, maxOfTenant)) {
            if (add(all, bytes, max)) {
                return true;
            }
            ofTenant.addAndGet(-bytes);
        }
        return false;
    }

    /** A body is done with. */
    public void leave(String tenant, long bytes) {
        all.addAndGet(-bytes);
        byTenant.computeIfAbsent(tenant, name -> new AtomicLong()).addAndGet(-bytes);
    }

    private static boolean add(AtomicLong sum, long bytes, long limit) {
        long with = sum.addAndGet(bytes);
        boolean alone = with == bytes;
        if (with > limit && !alone) {
            sum.addAndGet(-bytes);
            return false;
        }
        return true;
    }
}
