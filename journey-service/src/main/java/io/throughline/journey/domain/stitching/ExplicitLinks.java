package io.throughline.journey.domain.stitching;

import io.throughline.contracts.journey.ContactRef;
import io.throughline.journey.domain.contact.ContactSummary;
import io.throughline.journey.domain.contact.PlacedContact;
import io.throughline.journey.domain.rules.RuleVersions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Contacts that say themselves that they are about one issue: by the same case, a common reference, or a chain of
 * contact ids of one source; or that are one contact by a reconnect. Two contacts with different cases are different
 * issues, whatever else they share; so the cases come first, then chains, references and reconnects, each in the order
 * of the contacts, and a link that would join two cases is refused.
 */
final class ExplicitLinks {

    private final int[] parent;
    private final @Nullable String[] caseOf;

    private ExplicitLinks(List<PlacedContact> contacts) {
        parent = new int[contacts.size()];
        caseOf = new String[contacts.size()];
        for (int i = 0; i < parent.length; i++) {
            parent[i] = i;
            caseOf[i] = contacts.get(i).summary().caseId();
        }
    }

    /** The links among contacts, which are in order. */
    static ExplicitLinks among(List<PlacedContact> contacts, RuleVersions rules) {
        var links = new ExplicitLinks(contacts);
        links.byCase();
        links.byChain(contacts);
        links.byReference(contacts);
        links.byReconnect(contacts, rules);
        return links;
    }

    /** Contacts with the same group are about one issue. */
    int group(int contact) {
        int root = contact;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }

    /** The case of a group; null where none is known. */
    @Nullable
    String caseOfGroup(int group) {
        return caseOf[group];
    }

    private void byCase() {
        var first = new HashMap<String, Integer>();
        for (int i = 0; i < parent.length; i++) {
            String caseId = caseOf[i];
            Integer before = caseId == null ? null : first.putIfAbsent(caseId, i);
            if (before != null) {
                join(before, i);
            }
        }
    }

    private void byChain(List<PlacedContact> contacts) {
        Map<ContactRef, Integer> byRef = new HashMap<>();
        for (int i = 0; i < parent.length; i++) {
            byRef.put(contacts.get(i).summary().key().ref(), i);
        }
        for (int i = 0; i < parent.length; i++) {
            ContactSummary contact = contacts.get(i).summary();
            for (String id : Chains.named(contact)) {
                Integer other = byRef.get(new ContactRef(contact.key().source(), id));
                if (other != null) {
                    join(other, i);
                }
            }
        }
    }

    private void byReference(List<PlacedContact> contacts) {
        var first = new HashMap<String, Integer>();
        for (int i = 0; i < parent.length; i++) {
            for (String reference : contacts.get(i).summary().context().references()) {
                Integer before = first.putIfAbsent(reference, i);
                if (before != null) {
                    join(before, i);
                }
            }
        }
    }

    private void byReconnect(List<PlacedContact> contacts, RuleVersions rules) {
        int before = -1;
        for (int i = 0; i < parent.length; i++) {
            PlacedContact contact = contacts.get(i);
            if (Kinds.outbound(contact.summary())) {
                continue;
            }
            if (before >= 0) {
                PlacedContact earlier = contacts.get(before);
                if (Reconnect.mends(earlier.summary(), earlier.personId(), contact, rules)) {
                    join(before, i);
                }
            }
            before = i;
        }
    }

    /** The earlier contact's group stays the root, so that a group is named by its first contact. */
    private void join(int one, int other) {
        int a = group(one);
        int b = group(other);
        String caseA = caseOf[a];
        String caseB = caseOf[b];
        if (a == b || (caseA != null && caseB != null && !caseA.equals(caseB))) {
            return;
        }
        int root = Math.min(a, b);
        parent[Math.max(a, b)] = root;
        caseOf[root] = caseA == null ? caseB : caseA;
    }
}
