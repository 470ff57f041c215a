package io.throughline.journey.domain.verdict;

import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.journey.Evidence;
import io.throughline.contracts.journey.Evidence.Strength;
import io.throughline.journey.domain.contact.EventRef;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Items of evidence. */
final class Items {

    /** In order of time; at one moment by source and event, then item. */
    static final Comparator<Evidence> ORDER = Comparator.comparing(Evidence::at)
            .thenComparing(Evidence::source)
            .thenComparing(Evidence::id)
            .thenComparing(Evidence::item);

    /** Instructions to go elsewhere: they keep the longer window. */
    private static final Set<String> INSTRUCTIONS = Set.of("F1", "F2", "F5", "F13");

    private Items() {}

    static Evidence proof(String item, ContactEvent event, @Nullable String detail) {
        return of(item, Strength.P, EventRef.to(event), detail);
    }

    static Evidence support(String item, ContactEvent event, @Nullable String detail) {
        return of(item, Strength.S, EventRef.to(event), detail);
    }

    static Evidence choice(String item, ContactEvent event, @Nullable String detail) {
        return of(item, Strength.V, EventRef.to(event), detail);
    }

    static Evidence of(String item, Strength strength, EventRef event, @Nullable String detail) {
        return new Evidence(event.source(), event.id(), item, strength, event.at(), detail);
    }

    static boolean isProof(Evidence item) {
        return item.strength() == Strength.P;
    }

    static boolean isInstruction(Evidence item) {
        return isProof(item) && INSTRUCTIONS.contains(item.item());
    }

    /** A word of an enumeration as the events write it. */
    static @Nullable String word(@Nullable Enum<?> value) {
        return value == null ? null : value.name().toLowerCase(Locale.ROOT);
    }
}
