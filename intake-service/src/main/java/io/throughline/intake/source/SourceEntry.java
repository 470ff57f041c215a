package io.throughline.intake.source;

import io.throughline.intake.webhook.Connection;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One source, as configured.
 *
 * @param connection names it: whose events they are, their source and market, and the secret where it has one
 * @param path of the file or directory; null for one that is connected to
 * @param addresses the business' own mail addresses, or domains beginning with @, in lower case
 * @param trunks beginnings of the channel names of the trunks over which customers call
 * @param zone of times that are written out
 * @param host to connect to; null where nothing is
 * @param tls whether the connection is encrypted
 */
record SourceEntry(
        Type type,
        Connection connection,
        @Nullable Path path,
        List<String> addresses,
        List<String> trunks,
        ZoneId zone,
        @Nullable String host,
        int port,
        @Nullable String user,
        boolean tls) {

    /** What kinds of sources there are, by their word in the file. */
    enum Type {
        MAILDIR("maildir"),
        QUEUE_LOG("asterisk-queue-log"),
        CEL("asterisk-cel"),
        AMI("asterisk-ami");

        private final String word;

        Type(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    SourceEntry {
        addresses = List.copyOf(addresses);
        trunks = List.copyOf(trunks);
    }

    /** Whether a mail address is the business' own. */
    boolean isOwn(String address) {
        return addresses.stream().anyMatch(own -> own.startsWith("@") ? address.endsWith(own) : address.equals(own));
    }

    String name() {
        return connection.name();
    }
}
