package io.throughline.contracts.journey;

/**
 * Names a contact within a tenant.
 *
 * @param source which platform instance
 * @param contactId the platform's contact id
 */
public record ContactRef(String source, String contactId) implements Comparable<ContactRef> {

    @Override
    public int compareTo(ContactRef other) {
        int bySource = source.compareTo(other.source);
        return bySource != 0 ? bySource : contactId.compareTo(other.contactId);
    }
}
