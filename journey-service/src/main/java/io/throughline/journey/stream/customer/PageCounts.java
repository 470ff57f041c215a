package io.throughline.journey.stream.customer;

import io.throughline.journey.domain.Page;
import io.throughline.journey.stream.Groups;
import io.throughline.journey.stream.Records;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * How many contacts large records hold, and their pages, by what the contacts' times begin with: a tree, whose leaves are
 * the pages. Nothing is kept of a record whose contacts are held on the heap together.
 */
final class PageCounts {

    /** Contacts of a record that is not counted, at most. */
    static final int FROM = Groups.MOST_ON_HEAP;

    static final String COUNT = "count";

    /** By customer and what the page begins with. */
    private final Records<Integer> counts;

    PageCounts(KeyValueStore<Bytes, byte[]> store) {
        counts = new Records<>(store, COUNT, Integer.class);
    }

    boolean isLarge(String customer) {
        return counts.get(key(customer, "")) != null;
    }

    /** The page of a time. */
    String pageOf(String customer, String timeKey) {
        var begin = "";
        while (isDivided(customer, begin)) {
            begin = Page.narrower(begin, timeKey);
        }
        return begin;
    }

    /** The pages that now hold what a page held once: the page may have been divided since, or be a part of another. */
    List<String> pagesOf(String customer, String once) {
        var begin = "";
        while (isDivided(customer, begin) && begin.length() < once.length()) {
            begin = Page.narrower(begin, once);
        }
        if (!isDivided(customer, begin)) {
            return List.of(begin);
        }
        int owner = key(customer, "").length();
        var within = new TreeMap<String, Integer>();
        counts.scan(key(customer, begin)).forEach(count -> within.put(count.key.substring(owner), count.value));
        return pages(within);
    }

    /** The pages of a record. */
    static List<String> pages(SortedMap<String, Integer> counts) {
        return counts.isEmpty()
                ? List.of("")
                : counts.entrySet().stream()
                        .filter(count -> count.getValue() <= Page.most(count.getKey()))
                        .map(Map.Entry::getKey)
                        .toList();
    }

    /** Begins to count a record, which is still one page. */
    void begin(String customer, int contacts) {
        counts.put(key(customer, ""), contacts);
    }

    /**
     * Counts a contact that is on the record now.
     *
     * @param timesOn the times of all contacts on a page: asked when it has to be divided
     */
    void add(String customer, String timeKey, Function<String, List<String>> timesOn) {
        for (var begin = ""; ; begin = Page.narrower(begin, timeKey)) {
            int count = count(customer, begin) + 1;
            counts.put(key(customer, begin), count);
            if (count == Page.most(begin) + 1) {
                divide(customer, begin, timesOn.apply(begin));
                return;
            }
            if (count <= Page.most(begin)) {
                return;
            }
        }
    }

    /** Counts a contact that is not on the record any more; forgets a record that is not large any more. */
    void remove(String customer, String timeKey) {
        for (var begin = ""; ; begin = Page.narrower(begin, timeKey)) {
            int before = count(customer, begin);
            if (before == (begin.isEmpty() ? FROM + 1 : 1)) {
                counts.delete(key(customer, begin));
            } else {
                counts.put(key(customer, begin), before - 1);
            }
            if (before == Page.most(begin) + 1) {
                unite(customer, begin);
                return;
            }
            if (before <= Page.most(begin)) {
                return;
            }
        }
    }

    private void divide(String customer, String begin, List<String> times) {
        var parts = new HashMap<String, List<String>>();
        for (var time : times) {
            parts.computeIfAbsent(Page.narrower(begin, time), key -> new ArrayList<>())
                    .add(time);
        }
        parts.forEach((part, some) -> {
            counts.put(key(customer, part), some.size());
            if (some.size() > Page.most(part)) {
                divide(customer, part, some);
            }
        });
    }

    private void unite(String customer, String begin) {
        counts.scan(key(customer, begin)).stream()
                .filter(count -> !count.key.equals(key(customer, begin)))
                .forEach(count -> counts.delete(count.key));
    }

    private boolean isDivided(String customer, String begin) {
        return count(customer, begin) > Page.most(begin);
    }

    private int count(String customer, String begin) {
        var count = counts.get(key(customer, begin));
        return count == null ? 0 : count;
    }

    private static String key(String customer, String begin) {
        return customer + "|" + begin;
    }
}
