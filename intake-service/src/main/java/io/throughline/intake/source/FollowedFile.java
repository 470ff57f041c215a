package io.throughline.intake.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a log file as it grows, also over rotation: what was renamed ({@code queue_log.1}) is read to its end, then
 * the next one from its beginning. A file that became shorter was emptied, and is read anew. Nothing is kept here but the
 * position, which the caller saves when it has dealt with the lines.
 */
final class FollowedFile {

    private static final int CHUNK = 256 * 1024;
    private static final Pattern PACKED = Pattern.compile(".*\\.(gz|bz2|xz|zst|zip)");

    /**
     * How far the file was read.
     *
     * @param file what the file system calls it, whatever its name becomes
     * @param offset bytes
     */
    record Position(String file, long offset) {}

    /**
     * Some lines, without line ends.
     *
     * @param next the position after them
     */
    record Chunk(List<String> lines, Position next) {
        Chunk {
            lines = List.copyOf(lines);
        }
    }

    private record Candidate(Path path, String key, long modified, long size) {}

    private final Path path;

    FollowedFile(Path path) {
        this.path = path;
    }

    /**
     * What comes after a position.
     *
     * @param position null for the beginning of the file as it is now
     * @return null where nothing new is there yet
     */
    @Nullable
    Chunk after(@Nullable Position position) throws IOException {
        List<Candidate> files = files();
        Position from = position;
        int index = files.size() - 1;
        if (index < 0) {
            return null;
        }
        if (from != null) {
            String wanted = from.file();
            int known = (int)
                    files.stream().takeWhile(file -> !file.key().equals(wanted)).count();
            // One that is gone was packed or deleted; what it still held is lost, and the live one goes on.
            index = known < files.size() ? known : index;
            from = known < files.size() ? from : null;
        }
        for (; index < files.size(); index++) {
            Candidate file = files.get(index);
            long offset = from == null || from.offset() > file.size() ? 0 : from.offset();
            Chunk chunk = read(file, offset, index < files.size() - 1);
            if (chunk != null) {
                return chunk;
            }
            from = null;
        }
        return null;
    }

    /** The file and those it was renamed to, the oldest first. */
    private List<Candidate> files() throws IOException {
        var files = new ArrayList<Candidate>();
        Path directory = Objects.requireNonNull(path.toAbsolutePath().getParent());
        String name = path.getFileName().toString();
        try (var siblings = Files.newDirectoryStream(directory, name + "*")) {
            for (Path sibling : siblings) {
                String other = sibling.getFileName().toString();
                boolean rotated = other.startsWith(name + ".") || other.startsWith(name + "-");
                if ((other.equals(name) || rotated) && !PACKED.matcher(other).matches()) {
                    add(sibling, files);
                }
            }
        }
        files.sort(Comparator.comparing(
                        (Candidate file) -> file.path().getFileName().toString().equals(name))
                .thenComparing(Candidate::modified)
                .thenComparing(file -> file.path().toString()));
        return files;
    }

    private static void add(Path path, List<Candidate> files) throws IOException {
        try {
            var attributes = Files.readAttributes(path, BasicFileAttributes.class);
            Object key = attributes.fileKey();
            files.add(new Candidate(
                    path,
                    key == null ? path.toString() : key.toString(),
                    attributes.lastModifiedTime().toMillis(),
                    attributes.size()));
        } catch (NoSuchFileException e) {
            // Renamed in this moment; the next look finds it.
        }
    }

    /** Whole lines; of a file that grows no more, also what is left without a line end. */
    private static @Nullable Chunk read(Candidate file, long offset, boolean finished) throws IOException {
        var buffer = ByteBuffer.allocate((int) Math.min(CHUNK, Math.max(0, file.size() - offset)));
        try (var channel = FileChannel.open(file.path())) {
            while (buffer.hasRemaining()) {
                if (channel.read(buffer, offset + buffer.position()) < 0) {
                    break;
                }
            }
        }
        int end = buffer.position();
        int lineEnd = end;
        while (lineEnd > 0 && buffer.get(lineEnd - 1) != '\n') {
            lineEnd--;
        }
        boolean cut = lineEnd == 0 && (finished || end == CHUNK);
        int length = cut ? end : lineEnd;
        if (length == 0) {
            return null;
        }
        var text = new String(buffer.array(), 0, length, StandardCharsets.UTF_8);
        return new Chunk(
                text.lines().filter(line -> !line.isBlank()).toList(), new Position(file.key(), offset + length));
    }
}
