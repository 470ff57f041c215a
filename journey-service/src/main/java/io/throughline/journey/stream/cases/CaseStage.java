package io.throughline.journey.stream.cases;

import io.throughline.contracts.journey.ContactRef;
import io.throughline.contracts.topic.Keys;
import io.throughline.journey.domain.TimeKey;
import io.throughline.journey.domain.contact.CaseFact;
import io.throughline.journey.domain.contact.ContactKey;
import io.throughline.journey.stream.Groups;
import io.throughline.journey.stream.Records;
import io.throughline.journey.stream.Stage;
import io.throughline.journey.stream.StageOutput;
import io.throughline.journey.stream.message.CaseMessage;
import io.throughline.journey.stream.message.ContactMessage;
import io.throughline.journey.stream.message.CustomerMessage;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Stage C, keyed by case: all contacts of a case stand on the record of its earliest contact, so that one issue is one
 * journey even where a spouse or a lawyer takes part. The case only says so; contacts place themselves.
 */
public final class CaseStage implements Stage<CaseMessage> {

    /** By case. */
    private final Records<CaseState> cases;

    /** By case and contact. */
    private final Groups<CaseMessage.Enrol> contacts;

    /** By case, start and contact. */
    private final Groups<ContactRef> order;

    /** By case and event. */
    private final Groups<CaseFact> facts;

    /** @param store of the task */
    public CaseStage(KeyValueStore<Bytes, byte[]> store) {
        cases = new Records<>(store, "owner", CaseState.class);
        contacts = new Groups<>(store, "enrolled", CaseMessage.Enrol.class);
        order = new Groups<>(store, "order", ContactRef.class);
        facts = new Groups<>(store, "fact", CaseFact.class);
    }

    @Override
    public void receive(String key, CaseMessage message, StageOutput output) {
        switch (message) {
            case CaseMessage.Told told -> told(key, told.fact(), output);
            case CaseMessage.Enrol enrol -> {
                enrol(key, enrol);
                settle(key, enrol.contact(), output);
            }
            case CaseMessage.Leave leave -> {
                leave(key, leave.contact());
                settle(key, null, output);
            }
        }
    }

    private void told(String key, CaseFact fact, StageOutput output) {
        var member = Groups.member(fact.event().source(), fact.event().id());
        if (facts.get(key, member) == null) {
            facts.put(key, member, fact);
            var owner = owner(key);
            if (owner != null) {
                output.toCustomer(tenant(key), owner, new CustomerMessage.CaseTold(fact));
            }
        }
    }

    private void enrol(String key, CaseMessage.Enrol enrol) {
        leave(key, enrol.contact());
        contacts.put(key, member(enrol.contact()), enrol);
        order.put(key, place(enrol.startedAt(), enrol.contact()), enrol.contact());
    }

    private void leave(String key, ContactRef contact) {
        var known = contacts.remove(key, member(contact));
        if (known != null) {
            order.remove(key, place(known.startedAt(), contact));
        }
    }

    /** Tells all contacts when the owner changed, else only the one that asks; and moves what happened to the case. */
    private void settle(String key, @Nullable ContactRef asking, StageOutput output) {
        var before = owner(key);
        var owner = recordOfEarliest(key);
        if (!Objects.equals(before, owner)) {
            cases.put(key, new CaseState(owner));
            moveFacts(key, before, owner, output);
            contacts.all(key).forEach(enrolled -> tell(key, enrolled.contact(), owner, output));
        } else if (asking != null) {
            tell(key, asking, owner, output);
        }
    }

    private static void tell(String key, ContactRef contact, @Nullable String owner, StageOutput output) {
        if (owner != null) {
            output.toContact(
                    new ContactKey(tenant(key), contact.source(), contact.contactId()),
                    new ContactMessage.CaseIs(caseId(key), owner));
        }
    }

    private void moveFacts(String key, @Nullable String from, @Nullable String to, StageOutput output) {
        if (from != null) {
            output.toCustomer(tenant(key), from, new CustomerMessage.CaseGone(caseId(key)));
        }
        if (to != null) {
            facts.all(key).forEach(fact -> output.toCustomer(tenant(key), to, new CustomerMessage.CaseTold(fact)));
        }
    }

    private @Nullable String recordOfEarliest(String key) {
        var first = order.first(key);
        if (first == null) {
            return null;
        }
        // Of those that began at one moment the store's order is another than that of contacts.
        var start = enrolled(key, first).startedAt();
        var earliest = order.beginning(key, TimeKey.of(start) + "|").stream()
                .min(Comparator.naturalOrder())
                .orElse(first);
        return enrolled(key, earliest).recordOf();
    }

    private CaseMessage.Enrol enrolled(String key, ContactRef contact) {
        return Objects.requireNonNull(contacts.get(key, member(contact)));
    }

    private @Nullable String owner(String key) {
        var state = cases.get(key);
        return state == null ? null : state.ownerId();
    }

    private static String member(ContactRef contact) {
        return Groups.member(contact.source(), contact.contactId());
    }

    private static String place(Instant startedAt, ContactRef contact) {
        return Groups.member(TimeKey.of(startedAt), contact.source(), contact.contactId());
    }

    private static String tenant(String key) {
        return Keys.split(key).getFirst();
    }

    private static String caseId(String key) {
        return Keys.split(key).getLast();
    }
}
