package io.throughline.journey.domain.stitching;

import io.throughline.journey.domain.contact.ContactSummary;
import io.throughline.journey.domain.contact.Drops;
import io.throughline.journey.domain.contact.PlacedContact;
import io.throughline.journey.domain.rules.RuleVersions;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The same person, by the same door, soon after a drop: the same contact goes on (E16). */
final class Reconnect {

    private Reconnect() {}

    static boolean mends(ContactSummary before, String personBefore, PlacedContact next, RuleVersions rules) {
        Instant start = next.summary().life().startedAt();
        Instant drop = droppedAt(before, start);
        return drop != null
                && personBefore.equals(next.personId())
                && Door.same(before, next.summary())
                && !start.isAfter(drop.plus(
                        rules.at(before.life().startedAt()).stitching().reconnect()));
    }

    /** The last drop up to a moment, unless it was mended by then. */
    private static @Nullable Instant droppedAt(ContactSummary contact, Instant moment) {
        var until = contact.signs().stream()
                .takeWhile(sign -> !sign.time().isAfter(moment))
                .toList();
        var drops = Drops.standing(until);
        return drops.isEmpty() ? null : drops.getLast().time();
    }
}
