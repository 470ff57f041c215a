package io.throughline.journey.stream;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whose records there are in a store: what their keys begin with. */
final class Owners {

    /** The character that follows the separator: behind every key under an owner, and before the next owner's. */
    private static final char AFTER_SEPARATOR = '|' + 1;

    private Owners() {}

    /** Looks for a key in a store. */
    @FunctionalInterface
    interface Finder {

        /** The first key from one to another; null when there is none. */
        @Nullable
        String firstBetween(String from, String to);
    }

    /**
     * The different first parts of keys, each told once without visiting all records under it: with a beginning of
     * {@code "t|"}, of a record {@code t|c|x|y} it is {@code t|c}.
     *
     * @param prefix of the records' kind
     * @param beginning of the keys: empty, or whole parts that end in {@code |}
     * @param after the last one that is known already; null for none
     * @param limit how many at most
     */
    static List<String> after(String prefix, String beginning, @Nullable String after, int limit, Finder finder) {
        var owners = new ArrayList<String>();
        var end = prefix + beginning + Character.MAX_VALUE;
        var from = after == null ? prefix + beginning : prefix + after + AFTER_SEPARATOR;
        while (owners.size() < limit) {
            var next = finder.firstBetween(from, end);
            if (next == null) {
                break;
            }
            int separator = next.indexOf('|', prefix.length() + beginning.length());
            var owner = next.substring(prefix.length(), separator);
            owners.add(owner);
            from = prefix + owner + AFTER_SEPARATOR;
        }
        return owners;
    }
}
