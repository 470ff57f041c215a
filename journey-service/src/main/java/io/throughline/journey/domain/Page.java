package io.throughline.journey.domain;

import io.throughline.journey.domain.contact.CaseFact;
import io.throughline.journey.domain.contact.PlacedContact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Contacts that are stitched together. Nearly every record is one page. A record with more than {@link #MOST_WHOLE}
 * contacts is no person's (a robot, a test number, a login that many share): it is divided by time, into the longest
 * spans that hold at most {@link #MOST}. So what a new contact costs does not depend on how many there are. Which page a
 * contact is on follows from the set of contacts alone.
 *
 * @param begin what the {@link TimeKey} of every contact on it begins with: a span of 194 or 12 days, 18 hours, 68 or 4
 *     minutes, 16 seconds or one; empty for the whole record
 */
public record Page(String begin, List<PlacedContact> contacts) {

    /** A record with so many contacts is one page: thirteen a day, for the 400 days that events may come late. */
    public static final int MOST_WHOLE = 5_000;

    /** A page of a divided record has so many contacts at most; more only where they began within one second. */
    public static final int MOST = 500;

    private static final int LONGEST_SPAN_DIGITS = 5;

    public Page {
        contacts = List.copyOf(contacts);
    }

    /** The pages of a record, by time. */
    static List<Page> of(Collection<PlacedContact> contacts) {
        var pages = new ArrayList<Page>();
        divide("", contacts, pages);
        return pages;
    }

    /** How many contacts a page holds that is not divided. */
    public static int most(String begin) {
        return begin.isEmpty() ? MOST_WHOLE : begin.length() == TimeKey.SECONDS_DIGITS ? Integer.MAX_VALUE : MOST;
    }

    /** The part of a page in which a time lies; that page is one that can be divided. */
    public static String narrower(String begin, String timeKey) {
        return timeKey.substring(0, begin.isEmpty() ? LONGEST_SPAN_DIGITS : begin.length() + 1);
    }

    /** Where a contact stands in time. */
    public static String timeKey(PlacedContact contact) {
        return TimeKey.of(contact.summary().life().startedAt());
    }

    /** The cases that its contacts name. */
    public SortedSet<String> cases() {
        return contacts.stream()
                .map(contact -> contact.summary().caseId())
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Of some cases' facts those that matter to the page: where the record is divided, those of its own cases. */
    public List<CaseFact> relevant(Collection<CaseFact> facts) {
        if (begin.isEmpty()) {
            return List.copyOf(facts);
        }
        var own = cases();
        return facts.stream().filter(fact -> own.contains(fact.caseId())).toList();
    }

    private static void divide(String begin, Collection<PlacedContact> contacts, List<Page> pages) {
        if (contacts.size() <= most(begin)) {
            pages.add(new Page(begin, List.copyOf(contacts)));
            return;
        }
        contacts.stream()
                .collect(Collectors.groupingBy(
                        contact -> narrower(begin, timeKey(contact)), TreeMap::new, Collectors.toList()))
                .forEach((part, some) -> divide(part, some, pages));
    }
}
