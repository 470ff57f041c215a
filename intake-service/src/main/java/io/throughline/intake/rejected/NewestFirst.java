package io.throughline.intake.rejected;

import io.throughline.intake.rejected.RejectedLog.Page;
import io.throughline.intake.rejected.RejectedLog.Records;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Merges partitions, each read backwards in pieces, into one list with the newest first. */
final class NewestFirst {

    private static final int PIECE = 1_000;
    private static final Comparator<Refusal> BY_TIME = Comparator.comparing(
                    (Refusal refusal) -> refusal.event().at())
            .thenComparing(refusal -> refusal.place().partition())
            .thenComparing(refusal -> refusal.place().offset());

    /**
     * What may be read of a partition.
     *
     * @param from first offset
     * @param before offset after the last one
     */
    record Range(int partition, long from, long before) {}

    private final Records records;
    private final RefusalFilter filter;
    private final List<Partition> partitions;

    NewestFirst(Records records, RefusalFilter filter, List<Range> ranges) {
        this.records = records;
        this.filter = filter;
        this.partitions = ranges.stream().map(Partition::new).toList();
    }

    /**
     * The next matches.
     *
     * @param maxScanned when so many records were read the page ends, full or not, and the next one goes on from there; a
     *     piece of each partition is read in any case, so that the next one comes further
     */
    Page page(int limit, int maxScanned) {
        var page = new ArrayList<Refusal>();
        long scanned = 0;
        while (page.size() < limit) {
            for (var partition : partitions) {
                while (partition.isUnknown() && (scanned < maxScanned || !partition.wasRead)) {
                    scanned += partition.readPiece();
                }
            }
            // Of a partition that has not shown its newest match yet, that may be the next of all.
            if (partitions.stream().anyMatch(Partition::isUnknown)) {
                break;
            }
            var newest = partitions.stream()
                    .filter(partition -> !partition.matches.isEmpty())
                    .max(Comparator.comparing(partition -> partition.matches.getFirst(), BY_TIME));
            if (newest.isEmpty()) {
                break;
            }
            page.add(newest.get().matches.removeFirst());
        }
        return new Page(page, partitions.stream().allMatch(Partition::isDone) ? null : cursor());
    }

    private Cursor cursor() {
        Map<Integer, Long> before = new HashMap<>();
        partitions.forEach(partition -> before.put(partition.number, partition.seenFrom()));
        return new Cursor(before);
    }

    private final class Partition {
        private final int number;
        private final long from;
        private long before;
        private boolean wasRead;
        private final Deque<Refusal> matches = new ArrayDeque<>();

        Partition(Range range) {
            this.number = range.partition();
            this.from = range.from();
            this.before = range.before();
        }

        long readPiece() {
            long start = Math.max(from, before - PIECE);
            long read = before - start;
            matches.addAll(records.between(number, start, before, filter));
            before = start;
            wasRead = true;
            return read;
        }

        boolean isUnknown() {
            return matches.isEmpty() && before > from;
        }

        boolean isDone() {
            return matches.isEmpty() && before <= from;
        }

        /** From here on everything was given out. */
        long seenFrom() {
            return matches.isEmpty() ? before : matches.getFirst().place().offset() + 1;
        }
    }
}
