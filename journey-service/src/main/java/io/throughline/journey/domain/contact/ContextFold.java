package io.throughline.journey.domain.contact;

import io.throughline.contracts.catalogue.Channel;
import io.throughline.contracts.catalogue.ChannelCatalogue;
import io.throughline.contracts.event.ContactContext;
import io.throughline.contracts.event.ContactData;
import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.event.Identifier;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The general fields of a contact. Rule: the latest event that names a field is right (an agent who wraps up knows the
 * intent better than the bot that guessed it); references and identifiers add up.
 *
 * <p>The channel is the one it began on. A later channel counts only where a bot handed over to a person within the
 * contact; any other change of channel under one contact id is a companion modality (a screen shared during a call).
 */
final class ContextFold {

    /** Channels are told apart before a tenant's rules are known: a tenant's own channel has no special handling here. */
    static final ChannelCatalogue CATALOGUE = ChannelCatalogue.standard();

    /** Once a contact has named so many, no event adds more. */
    private static final int MOST_REFERENCES = 64;

    private ContactContext latest = ContactContext.EMPTY;
    private final TreeSet<String> references = new TreeSet<>();
    private final TreeMap<String, SeenIdentifier> identifiers = new TreeMap<>();
    private @Nullable String channel;
    private @Nullable String personsChannel;
    private @Nullable Instant personsChannelSince;

    /** The channel that events, which are in order, name first. */
    static String channel(Iterable<ContactEvent> ordered) {
        for (var event : ordered) {
            String said = event.data().context().channel();
            if (said != null && Contacts.happens(event.data())) {
                return said;
            }
        }
        return ContactSummary.UNKNOWN_CHANNEL;
    }

    void add(ContactEvent event) {
        ContactContext said = event.data().context();
        if (references.size() < MOST_REFERENCES) {
            references.addAll(said.references());
        }
        for (Identifier identifier : said.identifiers()) {
            if (identifier.token() != null) {
                identifiers.putIfAbsent(
                        identifier.type() + '|' + identifier.token(),
                        new SeenIdentifier(identifier.type(), identifier.token(), EventRef.to(event)));
            }
        }
        if (Contacts.happens(event.data())) {
            addChannel(event, said.channel());
        }
        latest = new ContactContext(
                null,
                List.of(),
                or(said.direction(), latest.direction()),
                or(said.initiation(), latest.initiation()),
                or(said.intent(), latest.intent()),
                or(said.caseId(), latest.caseId()),
                List.of(),
                or(said.previousContactId(), latest.previousContactId()),
                or(said.relatedContactId(), latest.relatedContactId()),
                or(said.market(), latest.market()),
                or(said.language(), latest.language()),
                or(said.queue(), latest.queue()),
                or(said.agentId(), latest.agentId()),
                or(said.site(), latest.site()),
                or(said.segment(), latest.segment()));
    }

    ContextFold copy() {
        var copy = new ContextFold();
        copy.latest = latest;
        copy.references.addAll(references);
        copy.identifiers.putAll(identifiers);
        copy.channel = channel;
        copy.personsChannel = personsChannel;
        copy.personsChannelSince = personsChannelSince;
        return copy;
    }

    String channel() {
        return channel == null ? ContactSummary.UNKNOWN_CHANNEL : channel;
    }

    String lastChannel() {
        return personsChannel == null ? channel() : personsChannel;
    }

    /** Since when the contact goes on on a person's channel, having begun on a bot's; null where it does not. */
    @Nullable
    Instant personsChannelSince() {
        return personsChannelSince;
    }

    List<SeenIdentifier> identifiers() {
        return List.copyOf(identifiers.values());
    }

    ContactContext result() {
        return new ContactContext(
                null,
                List.of(),
                latest.direction(),
                latest.initiation(),
                latest.intent(),
                latest.caseId(),
                List.copyOf(references),
                latest.previousContactId(),
                latest.relatedContactId(),
                latest.market(),
                latest.language(),
                latest.queue(),
                latest.agentId(),
                latest.site(),
                latest.segment());
    }

    private void addChannel(ContactEvent event, @Nullable String said) {
        if (said == null) {
            return;
        }
        if (channel == null) {
            channel = said;
        } else if (personsChannel == null && handsOver(channel, said)) {
            personsChannel = said;
        }
        // To wait for a person is not to be handed over yet.
        if (said.equals(personsChannel)
                && personsChannelSince == null
                && !(event.data() instanceof ContactData.Queued)) {
            personsChannelSince = event.time();
        }
    }

    private static boolean handsOver(String from, String to) {
        Channel before = CATALOGUE.of(from);
        Channel after = CATALOGUE.of(to);
        return before.selfService() && !after.selfService() && before.group() == after.group();
    }

    private static <T> @Nullable T or(@Nullable T said, @Nullable T before) {
        return said == null ? before : said;
    }
}
