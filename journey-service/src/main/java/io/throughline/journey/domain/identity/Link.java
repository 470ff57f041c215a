package io.throughline.journey.domain.identity;

import io.throughline.contracts.catalogue.IdentifierStrength;
import io.throughline.journey.domain.contact.EventRef;
import io.throughline.journey.domain.contact.SeenIdentifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known about two identifiers being one person. What two places know of the same pair can be merged in any
 * order, any number of times: the earliest sighting stays, and the latest statement.
 *
 * @param one the more trusted of the two
 * @param other the less trusted
 * @param seenTogether when one contact first had shown both; null when none did
 * @param stated the latest {@code identity.linked} or {@code identity.unlinked} about the two; null when there is none
 */
public record Link(
        IdentifierToken one, IdentifierToken other, @Nullable EventRef seenTogether, @Nullable Statement stated) {

    /**
     * Somebody said that the two are one person, or are not.
     *
     * @param event who said so
     * @param linked whether they are
     */
    public record Statement(EventRef event, boolean linked) {}

    private static final Comparator<EventRef> IN_ORDER =
            Comparator.comparing(EventRef::at).thenComparing(EventRef::source).thenComparing(EventRef::id);

    /** Explicit links first, then by strength, then by time and event; the pair decides where all that is equal. */
    static final Comparator<Link> CANONICAL = Comparator.comparing((Link link) -> !link.isExplicit())
            .thenComparing(Link::strength)
            .thenComparing(link -> link.one.strength())
            .thenComparing(Link::event, IN_ORDER)
            .thenComparing(Link::one)
            .thenComparing(Link::other);

    /** @throws IllegalArgumentException when the identifiers are not in their order, or nothing is known of them */
    public Link {
        if (one.compareTo(other) >= 0) {
            throw new IllegalArgumentException("a link has two different identifiers, the more trusted first");
        }
        if (seenTogether == null && stated == null) {
            throw new IllegalArgumentException("a link needs an event");
        }
    }

    /** The two were shown by one contact. */
    public static Link seen(IdentifierToken a, IdentifierToken b, EventRef event) {
        return a.compareTo(b) < 0 ? new Link(a, b, event, null) : new Link(b, a, event, null);
    }

    /** Somebody said that the two are one person, or are not. */
    public static Link stated(IdentifierToken a, IdentifierToken b, EventRef event, boolean linked) {
        var statement = new Statement(event, linked);
        return a.compareTo(b) < 0 ? new Link(a, b, null, statement) : new Link(b, a, null, statement);
    }

    /** All pairs that one contact showed together: each from the event on that made the pair complete. */
    public static List<Link> among(List<SeenIdentifier> identifiers) {
        var links = new ArrayList<Link>();
        for (int i = 0; i < identifiers.size(); i++) {
            for (int j = i + 1; j < identifiers.size(); j++) {
                var a = identifiers.get(i);
                var b = identifiers.get(j);
                links.add(seen(IdentifierToken.of(a), IdentifierToken.of(b), later(a.first(), b.first())));
            }
        }
        return links;
    }

    /** What both know of the same pair. */
    public Link merge(Link that) {
        return new Link(one, other, earliestOf(seenTogether, that.seenTogether), latest(stated, that.stated));
    }

    /** Whether the latest statement says that the two are one person. */
    public boolean isExplicit() {
        return stated != null && stated.linked;
    }

    /** Whether the latest statement says that they are not: nothing joins them until a later one does. */
    public boolean isApart() {
        return stated != null && !stated.linked;
    }

    /** As strong as the weaker of the two identifiers. */
    IdentifierStrength strength() {
        return other.strength();
    }

    /**
     * What it weighs against protections: as its identifiers, but a statement never less than a medium one. Who says
     * that a number is a customer's does not say that all are one who were said to have it.
     */
    IdentifierStrength weight() {
        return isExplicit() && strength() == IdentifierStrength.WEAK ? IdentifierStrength.MEDIUM : strength();
    }

    /** Two values of a kind of which a person has one value. */
    boolean isOfOneStrongKind() {
        return one.type().equals(other.type()) && strength() == IdentifierStrength.STRONG;
    }

    EventRef event() {
        return stated != null ? stated.event : Objects.requireNonNull(seenTogether);
    }

    /** The earlier of two events, the first of which may not be known yet. */
    public static EventRef earliest(@Nullable EventRef known, EventRef other) {
        return known == null || IN_ORDER.compare(other, known) < 0 ? other : known;
    }

    private static EventRef later(EventRef a, EventRef b) {
        return IN_ORDER.compare(a, b) >= 0 ? a : b;
    }

    private static @Nullable EventRef earliestOf(@Nullable EventRef a, @Nullable EventRef b) {
        return b == null ? a : earliest(a, b);
    }

    private static @Nullable Statement latest(@Nullable Statement a, @Nullable Statement b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return IN_ORDER.compare(a.event, b.event) >= 0 ? a : b;
    }
}
