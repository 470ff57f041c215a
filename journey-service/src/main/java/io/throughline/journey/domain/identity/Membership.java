package io.throughline.journey.domain.identity;

import io.throughline.journey.domain.contact.EventRef;
import org.jspecify.annotations.Nullable;

/**
 * Whose an identifier is.
 *
 * @param customerId null when it is nobody's: blocked, or shared
 * @param because the link that made it so, or why it is nobody's; null when nothing links it
 */
public record Membership(@Nullable String customerId, @Nullable String because) {

    static final Membership BLOCKED =
            new Membership(null, "blocked for linking: seen with more than " + Reach.MOST_FIRM_NEIGHBOURS + " others");

    static final Membership SHARED = new Membership(null, "shared: seen with several persons");

    /** Equals none that there is: what an identifier was told that is to be told again. */
    public static final Membership UNTOLD = new Membership(null, null);

    /**
     * Why the identifier is whose it is, in words.
     *
     * @param first the first event that showed it: the whole reason, where nothing links it
     */
    public String because(EventRef first) {
        return because == null ? "seen in " + IdentityGraph.words(first) : because;
    }
}
