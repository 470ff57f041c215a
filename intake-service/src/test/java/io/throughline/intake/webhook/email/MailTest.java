package io.throughline.intake.webhook.email;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.contracts.event.EventType;
import io.throughline.intake.webhook.Translation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mails as servers store them: each case is a header, and what somebody who knows mail expects of it. */
class MailTest {

    private static final Instant PUT_THERE = Instant.parse("2026-11-01T09:00:00Z");

    /** A tilde is the end of a line. */
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            textBlock =
                    """
            From: Ann <Ann@Example.com>~To: care@acme.example~Message-ID: <1@x>             => started(inbound ann@example.com) message(customer ann@example.com)
            From: ann@example.com~To: care@acme.example~Message-ID: <2@x>~In-Reply-To: <1@x> => message(customer ann@example.com)
            From: care@acme.example~To: ann@example.com~Message-ID: <3@x>~References: <1@x> <2@x> => message(agent ann@example.com)
            From: care@acme.example~To: ann@example.com~Message-ID: <4@x>                   => started(outbound ann@example.com) message(agent ann@example.com)
            From: care@acme.example~To: ann@example.com~Message-ID: <5@x>~References: <1@x>~Auto-Submitted: auto-replied => message(bot ann@example.com)
            From: ann@example.com~To: care@acme.example~Message-ID: <6@x>~Auto-Submitted: auto-replied => nothing automatic
            From: ann@example.com~To: care@acme.example~Message-ID: <7@x>~Precedence: bulk  => nothing automatic
            From: MAILER-DAEMON@example.com~To: care@acme.example~Message-ID: <8@x>         => nothing bounce
            From: care@acme.example~To: sales@acme.example~Message-ID: <9@x>                => nothing internal
            from: ann@example.com~TO: care@acme.example~message-id: <10@x>                  => started(inbound ann@example.com) message(customer ann@example.com)
            From: =?UTF-8?B?6Zmz?= <ann@example.com>~Message-ID:~ <11@x>                    => started(inbound ann@example.com) message(customer ann@example.com)
            From: ann@example.com~To: care@acme.example                                     => unusable Message-ID
            From: nobody at all~Message-ID: <12@x>                                          => unusable From
            Message-ID: <13@x>                                                              => unusable From
            no header at all                                                                => unusable Message-ID
            """)
    void says(String header, String expected) throws IOException {
        assertThat(said(header.strip().replace("~", "\r\n"))).isEqualTo(expected.strip());
    }

    @Test
    void aMailHappenedWhenTheLastServerTookIt() throws IOException {
        var mail = Mail.read(stored("Received: by mx; Sun, 1 Nov 2026 16:30:00 +0800\r\n"
                + "Received: by a; Sun, 1 Nov 2026 16:20:00 +0800\r\nDate: Sun, 1 Nov 2026 16:00:00 +0800\r\n"));
        assertThat(mail.date()).isEqualTo("2026-11-01T08:30:00Z");
        assertThat(Mail.read(stored("Date: Sun, 1 Nov 2026 16:00:00 +0800\r\n")).date())
                .isEqualTo("2026-11-01T08:00:00Z");
        assertThat(Mail.read(stored("Date: yesterday\r\n")).date()).isNull();
    }

    /** Senders exceed the 998 characters of RFC 5322: one such mail must not hold up those behind it. */
    @Test
    void aLineOfAnyLengthIsRead() throws IOException {
        var header = "X-Spam: " + "x".repeat(20_000) + "\r\nFrom: ann@example.com\r\nMessage-ID: <1@x>\r\n";
        assertThat(Mail.read(stored(header)).from()).isEqualTo("ann@example.com");
    }

    @Test
    void aHeaderWithoutEndIsCutOff() throws IOException {
        var header = "From: ann@example.com\r\nMessage-ID: <1@x>\r\n" + "X-Spam: spam\r\n".repeat(20_000);
        assertThat(said(header)).isEqualTo("started(inbound ann@example.com) message(customer ann@example.com)");
    }

    private static String said(String header) throws IOException {
        var mail = Mail.read(stored(header));
        return switch (MailEvents.translate(mail, PUT_THERE, address -> address.endsWith("@acme.example"))) {
            case Translation.Unusable(var problem, var part) -> "unusable " + problem.field();
            case Translation.Events(String type, var drafts) when drafts.isEmpty() -> "nothing " + type;
            case Translation.Events(String type, var drafts) ->
                drafts.stream()
                        .map(draft -> draft.type().type().substring((EventType.PREFIX + "contact.").length())
                                + "("
                                + draft.data().getOrDefault("from", draft.data().get("direction"))
                                + " " + address(draft.data().get("identifiers")) + ")")
                        .collect(Collectors.joining(" "));
            case Translation.Batch batch -> throw new AssertionError("one mail is no batch");
            case Translation.Document document -> throw new AssertionError("no document");
        };
    }

    private static String address(Object identifiers) {
        return identifiers instanceof List<?> list && list.getFirst() instanceof Map<?, ?> identifier
                ? String.valueOf(identifier.get("value"))
                : "";
    }

    private static ByteArrayInputStream stored(String header) {
        return new ByteArrayInputStream((header + "\r\n\r\nthe text\r\n").getBytes(UTF_8));
    }
}
