package io.throughline.intake.webhook.email;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.dom.Header;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.dom.field.DateTimeField;
import org.apache.james.mime4j.field.DateTimeFieldLenientImpl;
import org.apache.james.mime4j.field.LenientFieldParser;
import org.apache.james.mime4j.field.address.LenientAddressParser;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.message.HeaderImpl;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.jspecify.annotations.Nullable;

/**
 * What the header of a mail (RFC 5322) says. Subject and text are not read.
 *
 * @param messageId without angle brackets; null where the mail has none
 * @param thread message ids that it refers to, the oldest first: {@code References}, then {@code In-Reply-To}
 * @param from address of the sender; null where there is none
 * @param to addresses of the recipients
 * @param date when the last server took it, else when the sender says that it was written; null where neither can be read
 * @param automatic whether no person sent it: an automatic reply, a mass mail (RFC 3834)
 * @param bounce whether it reports on another mail
 */
public record Mail(
        @Nullable String messageId,
        List<String> thread,
        @Nullable String from,
        List<String> to,
        @Nullable Instant date,
        boolean automatic,
        boolean bounce) {

    /** No more of a header is read; what names a mail stands far before. */
    public static final int MAX_HEADER_BYTES = 64 * 1024;

    /** Without limits of its own, beyond which there would be no header at all: senders keep to none. */
    private static final MimeConfig LENIENT = MimeConfig.custom()
            .setMaxLineLen(-1)
            .setMaxHeaderLen(-1)
            .setMaxHeaderCount(-1)
            .build();

    private static final Pattern MESSAGE_ID = Pattern.compile("<([^<>\\s]+)>");
    private static final Pattern LINE_BREAKS = Pattern.compile("[\\r\\n]+");
    private static final Pattern BULK = Pattern.compile("(?i)bulk|junk|auto_reply");
    private static final Pattern DAEMON = Pattern.compile("(?i)(mailer-daemon|postmaster)@.*");

    public Mail {
        thread = List.copyOf(thread);
        to = List.copyOf(to);
    }

    /** The mail of a message as it is stored or sent; its text is not read. */
    public static Mail read(InputStream message) throws IOException {
        var builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(LENIENT);
        return of(builder.parseHeader(new ByteArrayInputStream(message.readNBytes(MAX_HEADER_BYTES))));
    }

    /** The mail with the header fields given as lines {@code Name: value}; lines that are no field are left out. */
    public static Mail of(Stream<String> lines) {
        var header = new HeaderImpl();
        lines.forEach(line -> {
            try {
                header.addField(LenientFieldParser.parse(
                        LINE_BREAKS.matcher(line).replaceAll(" ").strip()));
            } catch (MimeException e) {
                // Not a field.
            }
        });
        return of(header);
    }

    private static Mail of(Header header) {
        var thread = new ArrayList<>(messageIds(header, "References"));
        messageIds(header, "In-Reply-To").stream()
                .filter(id -> !thread.contains(id))
                .forEach(thread::add);
        String from = Stream.of("From", "Sender")
                .flatMap(name -> addresses(header, name))
                .findFirst()
                .orElse(null);
        return new Mail(
                messageIds(header, "Message-ID").stream().findFirst().orElse(null),
                thread,
                from,
                Stream.of("To", "Cc").flatMap(name -> addresses(header, name)).toList(),
                date(header),
                isAutomatic(header),
                isBounce(header, from));
    }

    /** Names the thread: its oldest message that is known. */
    public @Nullable String root() {
        return thread.isEmpty() ? messageId : thread.getFirst();
    }

    private static List<String> messageIds(Header header, String name) {
        return MESSAGE_ID
                .matcher(body(header, name))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static Stream<String> addresses(Header header, String name) {
        return header.getFields(name).stream()
                .flatMap(field -> LenientAddressParser.DEFAULT.parseAddressList(field.getBody()).flatten().stream())
                .map(Mailbox::getAddress)
                .filter(address -> address.indexOf('@') > 0)
                .map(address -> address.toLowerCase(Locale.ROOT));
    }

    private static @Nullable Instant date(Header header) {
        String received = body(header, "Received");
        Instant arrived = date(received.substring(received.lastIndexOf(';') + 1));
        return arrived == null ? date(body(header, "Date")) : arrived;
    }

    private static @Nullable Instant date(String text) {
        if (text.isBlank()) {
            return null;
        }
        try {
            var field = DateTimeFieldLenientImpl.PARSER.parse(LenientFieldParser.parse("Date: " + text.strip()), null);
            return field instanceof DateTimeField dated && dated.getDate() != null
                    ? dated.getDate().toInstant()
                    : null;
        } catch (MimeException e) {
            return null;
        }
    }

    /** Lists set {@code Precedence: list} on what people write, too: that is no sign. */
    private static boolean isAutomatic(Header header) {
        String submitted = body(header, "Auto-Submitted").toLowerCase(Locale.ROOT);
        return (!submitted.isEmpty() && !submitted.startsWith("no"))
                || BULK.matcher(body(header, "Precedence")).matches()
                || header.getField("X-Autoreply") != null
                || header.getField("X-Autorespond") != null;
    }

    private static boolean isBounce(Header header, @Nullable String from) {
        return body(header, "Content-Type").toLowerCase(Locale.ROOT).startsWith("multipart/report")
                || body(header, "Return-Path").equals("<>")
                || header.getField("X-Failed-Recipients") != null
                || (from != null && DAEMON.matcher(from).matches());
    }

    private static String body(Header header, String name) {
        Field field = header.getField(name);
        return field == null
                ? ""
                : Objects.requireNonNullElse(field.getBody(), "").strip();
    }
}
