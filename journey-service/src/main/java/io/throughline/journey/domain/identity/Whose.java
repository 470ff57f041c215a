package io.throughline.journey.domain.identity;

import io.throughline.contracts.journey.ContactRef;
import io.throughline.journey.domain.contact.ContactKey;
import io.throughline.journey.domain.contact.ContactStart;
import io.throughline.journey.domain.contact.ContactSummary;
import io.throughline.journey.domain.contact.SeenIdentifier;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whose a contact is. The most trusted of its strong and medium identifiers says so. A contact without any, or whose
 * identifiers are nobody's, is the person's of the contact that it continues; failing that the person's whose contact
 * continues it (a call with a withheld number that goes on as a chat); failing that a weak identifier's; failing that a
 * person of its own.
 */
public sealed interface Whose {

    /** This customer's. */
    record Person(String customerId) implements Whose {}

    /** Not known before this identifier says whose it is. */
    record AskIdentifier(IdentifierToken identifier) implements Whose {}

    /** Not known before this contact says whose it is. */
    record AskContact(ContactRef contact) implements Whose {}

    /** What an identifier said. */
    sealed interface Identified {
        /** Nothing yet. */
        record Unanswered() implements Identified {}

        /** @param customerId null when it is nobody's: blocked, or shared */
        record Answered(@Nullable String customerId) implements Identified {}
    }

    /** What the contact before said. */
    sealed interface Continued {
        /** Nothing yet. */
        record Unanswered() implements Continued {}

        /** No event of such a contact has come. */
        record Absent() implements Continued {}

        /**
         * @param customerId whose it is; null while it does not know
         * @param recordOf on whose record it stands; null while it does not know
         */
        record Answered(Instant startedAt, @Nullable String customerId, @Nullable String recordOf)
                implements Continued {}
    }

    /**
     * Decides, or says what to ask first.
     *
     * @param identifiers what each identifier said
     * @param contacts what each contact said
     * @param continuedAs whose the earliest contact is that continues it, as {@link #identified} tells; null nobody's
     */
    static Whose decide(
            ContactSummary contact,
            Function<IdentifierToken, Identified> identifiers,
            Function<ContactRef, Continued> contacts,
            Supplier<@Nullable String> continuedAs) {
        Whose said = byIdentifiers(contact, identifiers);
        if (said != null) {
            return said;
        }
        for (var before : continued(contact)) {
            switch (contacts.apply(before)) {
                case Continued.Unanswered unanswered -> {
                    return new AskContact(before);
                }
                case Continued.Absent absent -> {
                    // As if it had not been named.
                }
                case Continued.Answered answered -> {
                    if (precedes(answered, before, contact)) {
                        return answered.customerId() == null
                                ? new AskContact(before)
                                : new Person(answered.customerId());
                    }
                }
            }
        }
        var follower = continuedAs.get();
        if (follower != null) {
            return new Person(follower);
        }
        said = firstOf(identifiersOf(contact).filter(IdentifierToken::isWeak), identifiers);
        return said == null ? new Person(ownOf(contact.key())) : said;
    }

    /**
     * On whose record it stands, its case not regarded: a contact and the one that it continues are about one issue,
     * whoever their identifiers say they are. A chat knows an e-mail address and the call that it was transferred to a
     * number; a callback goes to another number than the one it was asked for from.
     *
     * @param personId whose it is
     * @param contacts what each contact said
     */
    public static String recordOf(ContactSummary contact, String personId, Function<ContactRef, Continued> contacts) {
        for (var before : continued(contact)) {
            if (contacts.apply(before) instanceof Continued.Answered answered
                    && answered.recordOf() != null
                    && precedes(answered, before, contact)) {
                return answered.recordOf();
            }
        }
        return personId;
    }

    /**
     * Whose it is without regard to the contacts before it: what it can tell those. They began earlier, so what contacts
     * tell each other goes one way, and no two wait for each other. Null nobody's; {@link AskIdentifier} not known yet.
     */
    static @Nullable Whose identified(
            ContactSummary contact,
            Function<IdentifierToken, Identified> identifiers,
            Supplier<@Nullable String> continuedAs) {
        var said = byIdentifiers(contact, identifiers);
        var follower = said == null ? continuedAs.get() : null;
        return follower == null ? said : new Person(follower);
    }

    private static @Nullable Whose byIdentifiers(
            ContactSummary contact, Function<IdentifierToken, Identified> identifiers) {
        return firstOf(identifiersOf(contact).filter(identifier -> !identifier.isWeak()), identifiers);
    }

    /** The person of whom nothing is known but this contact. */
    static String ownOf(ContactKey contact) {
        return CustomerIds.ofContact(contact.tenant(), contact.ref());
    }

    private static @Nullable Whose firstOf(
            Stream<IdentifierToken> ordered, Function<IdentifierToken, Identified> identifiers) {
        for (var identifier : ordered.toList()) {
            switch (identifiers.apply(identifier)) {
                case Identified.Unanswered unanswered -> {
                    return new AskIdentifier(identifier);
                }
                case Identified.Answered answered -> {
                    if (answered.customerId() != null) {
                        return new Person(answered.customerId());
                    }
                }
            }
        }
        return null;
    }

    private static Stream<IdentifierToken> identifiersOf(ContactSummary contact) {
        return contact.identifiers().stream()
                .map((SeenIdentifier seen) -> IdentifierToken.of(seen))
                .sorted();
    }

    /** The contacts that it names as those before it. */
    static List<ContactRef> continued(ContactSummary contact) {
        var context = contact.context();
        return Stream.of(context.previousContactId(), context.relatedContactId())
                .filter(id -> id != null && !id.equals(contact.key().contactId()))
                .distinct()
                .map(id -> new ContactRef(contact.key().source(), id))
                .toList();
    }

    /** A contact continues only what began before it, whatever it names: so that no two continue each other. */
    private static boolean precedes(Continued.Answered answer, ContactRef before, ContactSummary contact) {
        return new ContactStart(answer.startedAt(), before).compareTo(ContactStart.of(contact)) < 0;
    }
}
