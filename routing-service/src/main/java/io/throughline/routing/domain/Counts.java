package io.throughline.routing.domain;

/**
 * Measured first-contact resolution.
 *
 * @param resolved first contacts that solved their issue
 * @param contacts all first contacts, at least {@code resolved}
 */
public record Counts(long resolved, long contacts) {

    public static final Counts NONE = new Counts(0, 0);

    public Counts {
        if (resolved < 0 || resolved > contacts) {
            throw new IllegalArgumentException("resolved must lie between 0 and contacts");
        }
    }

    /**
     * These without those of a part. The two come by different records and can be a moment apart, so that the part can
     * be ahead of the whole; what is then missing counts as none.
     */
    Counts without(Counts part) {
        long others = Math.max(0, contacts - part.contacts);
        return new Counts(Math.clamp(resolved - part.resolved, 0, others), others);
    }
}
