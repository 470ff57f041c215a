package io.throughline.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that only their owner may read. */
final class PrivateFile {

    private PrivateFile() {}

    /** Writes the file whole or not at all; it is never readable by others, not even for a moment. */
    static void write(Path file, byte[] content) throws IOException {
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var directory = file.toAbsolutePath().getParent();
        var draft = Files.createTempFile(directory, file.getFileName().toString(), ".new", ownerOnly);
        Files.write(draft, content);
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
