package io.throughline.feedback.readmodel;

import io.throughline.contracts.journey.ContactRef;
import io.throughline.contracts.topic.Keys;
import java.sql.Array;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** Contacts as elements of a {@code text[]}. */
final class ContactNames {

    private ContactNames() {}

    static String name(ContactRef contact) {
        return Keys.join(contact.source(), contact.contactId());
    }

    static List<String> names(List<ContactRef> contacts) {
        return contacts.stream().map(ContactNames::name).toList();
    }

    static List<ContactRef> read(Array names) throws SQLException {
        return Arrays.stream((String[]) names.getArray())
                .map(Keys::split)
                .map(parts -> new ContactRef(parts.get(0), parts.get(1)))
                .toList();
    }
}
