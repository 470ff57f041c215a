package io.throughline.journey.domain.contact;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * The first and the last of what comes in order. A contact may have a million events; what is told of it stays small,
 * and the rules look at how something began and how it stands.
 */
final class Ends<T> {

    /** How many are kept at each end. */
    static final int KEPT = 16;

    private final List<T> first = new ArrayList<>();
    private final ArrayDeque<T> last = new ArrayDeque<>();

    void add(T next) {
        if (first.size() < KEPT) {
            first.add(next);
        } else {
            last.add(next);
            if (last.size() > KEPT) {
                last.remove();
            }
        }
    }

    boolean isEmpty() {
        return first.isEmpty();
    }

    /** All that is kept, in the order in which it came. */
    List<T> all() {
        var all = new ArrayList<>(first);
        all.addAll(last);
        return all;
    }

    Ends<T> copy() {
        var copy = new Ends<T>();
        copy.first.addAll(first);
        copy.last.addAll(last);
        return copy;
    }
}
