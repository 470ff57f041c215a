package io.throughline.intake.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.throughline.intake.source.asterisk.Ami;
import io.throughline.intake.source.asterisk.Cel;
import io.throughline.intake.source.asterisk.QueueLog;
import io.throughline.intake.webhook.Message;
import io.throughline.intake.webhook.Translation;
import io.throughline.intake.webhook.email.Mail;
import io.throughline.intake.webhook.email.MailEvents;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;

/** The adapters of what is no webhook, with an input or two of each kind to begin with. */
enum FuzzedSource {
    QUEUE_LOG(
            "1793000000|c.1|care|NONE|ENTERQUEUE||85261234567|1",
            "1793000100|c.1|care|Agent/7|COMPLETECALLER|12|88|1",
            "1793000100|c.1|care|NONE|ABANDON|1|3|95") {
        @Override
        Translation translate(byte[] input, Instant now) {
            return QueueLog.translate(new String(input, UTF_8));
        }
    },
    CEL(
            """
            "CHAN_START","1793000000.25","","85261234567","","","","","","PJSIP/carrier-01","","","3","","c.1","c.1"\
            """,
            """
            "HANGUP","2026-10-26 15:33:20.250000","","85261234567","","","","","","PJSIP/carrier-01","","","3","","c.1",\
            "c.1","","","","{""hangupcause"":38,""hangupsource"":""dialplan/builtin""}\"""") {
        @Override
        Translation translate(byte[] input, Instant now) {
            return new Cel(List.of("PJSIP/carrier"), ZoneOffset.UTC).translate(new String(input, UTF_8));
        }
    },
    AMI(
            "Event: QueueCallerJoin\nUniqueid: c.1\nQueue: care\nCallerIDNum: 85261234567\nTimestamp: 1793000000.25",
            "Event: Hangup\nChannel: PJSIP/carrier-01\nUniqueid: c.1\nLinkedid: c.1\nCause: 41",
            "Event: AgentComplete\nUniqueid: c.1\nHoldTime: 12\nTalkTime: 88\nReason: caller") {
        @Override
        Translation translate(byte[] input, Instant now) {
            var headers = new LinkedHashMap<String, String>();
            new String(input, UTF_8)
                    .lines()
                    .filter(line -> line.indexOf(':') > 0)
                    .forEach(line -> headers.put(
                            line.substring(0, line.indexOf(':')).strip(),
                            line.substring(line.indexOf(':') + 1).strip()));
            return new Ami(List.of("PJSIP/carrier")).translate(Message.of(headers), now);
        }
    },
    MAIL(
            """
            From: Ann <ann@example.com>
            To: care@acme.example
            Message-ID: <2@example.com>
            References: <1@example.com>
            Date: Sun, 01 Nov 2026 16:00:00 +0800

            text
            """,
            """
            Return-Path: <>
            From: MAILER-DAEMON@example.com
            To: care@acme.example
            Message-ID: <3@example.com>
            Auto-Submitted: auto-replied
            Content-Type: multipart/report; report-type=delivery-status; boundary=b

            """) {
        @Override
        Translation translate(byte[] input, Instant now) throws IOException {
            Mail mail = Mail.read(new ByteArrayInputStream(input));
            return MailEvents.translate(mail, null, address -> address.endsWith("@acme.example"));
        }
    };

    private final List<byte[]> seeds;

    FuzzedSource(String... seeds) {
        this.seeds = List.of(seeds).stream().map(seed -> seed.getBytes(UTF_8)).toList();
    }

    List<byte[]> seeds() {
        return seeds;
    }

    abstract Translation translate(byte[] input, Instant now) throws IOException;
}
