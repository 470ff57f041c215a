package io.throughline.intake.source.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.contracts.event.EventType;
import io.throughline.intake.webhook.Draft;
import io.throughline.intake.webhook.Message;
import io.throughline.intake.webhook.Translation;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What lines and events of Asterisk mean: each case is one, and what somebody who knows Asterisk expects of it. */
class AsteriskTest {

    private static final Instant NOW = Instant.parse("2026-11-01T09:00:00Z");
    private static final Cel CEL = new Cel(List.of("PJSIP/carrier"), ZoneId.of("Asia/Hong_Kong"));
    private static final Ami AMI = new Ami(List.of("PJSIP/carrier"));

    @ParameterizedTest
    @CsvSource(
            delimiterString = " > ",
            textBlock =
                    """
            1793000000|c.1|care|NONE|ENTERQUEUE||85261234567|1                > contact.started{85261234567,inbound,care} contact.queued{85261234567,care}
            1793000000|c.1|care|NONE|ENTERQUEUE|||1                           > contact.started{inbound,care} contact.queued{care}
            1793000012|c.1|care|Agent/7|CONNECT|12|c.2|3                      > contact.answered{human,Agent/7,care}
            1793000100|c.1|care|Agent/7|COMPLETEAGENT|12|88|1                 > contact.ended{agent,queue=12.0,talk=88.0,Agent/7,care}
            1793000100|c.1|care|Agent/7|COMPLETECALLER|12|88|1                > contact.ended{customer,queue=12.0,talk=88.0,Agent/7,care}
            1793000100|c.1|care|NONE|ABANDON|1|3|95                           > contact.abandoned{95.0,care} contact.ended{customer,queue=95.0,care}
            1793000100|c.1|care|NONE|EXITWITHTIMEOUT|1|3|300                  > contact.transferred{queue,system,timeout,care}
            1793000100|c.1|care|NONE|EXITWITHKEY|2|1|3|40                     > contact.transferred{queue,customer,key,care}
            1793000100|c.1|care|NONE|EXITEMPTY|1|1|5                          > contact.unavailable{closed,care}
            1793000100|c.1|care|Agent/7|BLINDTRANSFER|200|default|12|60|1     > contact.transferred{blind,agent,Agent/7,care}
            1793000100|c.1|care|Agent/7|ATTENDEDTRANSFER|BRIDGE|x|12|60|1     > contact.transferred{warm,agent,Agent/7,care}
            1793000100|NONE|care|Agent/7|PAUSE|lunch                          > ''
            1793000100|c.1|care|Agent/7|RINGNOANSWER|15000                    > ''
            1793000100|c.1|care|NONE|TELEPORT                                 > other
            1793000100|c.1|care|NONE|ABANDON|1|3|soon                         > contact.abandoned{care} contact.ended{customer,care}
            soon|c.1|care|NONE|ABANDON|1|3|95                                 > unusable time
            1793000100|NONE|care|NONE|ABANDON|1|3|95                          > unusable callid
            a line cut of                                                     > unusable body
            """)
    void queueLog(String line, String expected) {
        assertThat(said(QueueLog.translate(line.strip()))).isEqualTo(expected);
    }

    /** Columns: type, time, name, caller, ani, rdnis, dnid, exten, context, channel, application, data, …, unique, linked. */
    @ParameterizedTest
    @CsvSource(
            delimiterString = " > ",
            quoteCharacter = '`',
            textBlock =
                    """
            CHAN_START|1793000000.25|85261234567|PJSIP/carrier-01|||c.1|c.1|                              > contact.started{85261234567,inbound}
            CHAN_START|2026-10-26 15:33:20.250000|85261234567|PJSIP/carrier-01|||c.1|c.1|                 > contact.started{85261234567,inbound}
            CHAN_START|1793000000|201|PJSIP/desk-02|||c.2|c.2|                                            > ``
            CHAN_START|1793000000|201|PJSIP/carrier-03|||c.3|c.2|                                         > ``
            APP_START|1793000001|85261234567|PJSIP/carrier-01|Queue|care,t,,,300|c.1|c.1|                 > contact.queued{85261234567,care}
            APP_START|1793000001|85261234567|PJSIP/carrier-01|Playback|hello|c.1|c.1|                     > ``
            BRIDGE_ENTER|1793000010|85261234567|PJSIP/carrier-01|||c.1|c.1|                               > contact.answered{human}
            HANGUP|1793000090|85261234567|PJSIP/carrier-01|||c.1|c.1|{"hangupcause":16,"hangupsource":"PJSIP/carrier-01"}      > contact.ended{customer}
            HANGUP|1793000090|85261234567|PJSIP/carrier-01|||c.1|c.1|{"hangupcause":16,"hangupsource":"PJSIP/desk-02"}         > contact.ended{agent}
            HANGUP|1793000090|85261234567|PJSIP/carrier-01|||c.1|c.1|{"hangupcause":16,"hangupsource":"dialplan/builtin"}      > contact.ended{system}
            HANGUP|1793000090|85261234567|PJSIP/carrier-01|||c.1|c.1|{"hangupcause":38,"hangupsource":""}                      > contact.dropped{telecom} contact.ended{}
            HANGUP|1793000090|201|PJSIP/desk-02|||c.2|c.1|{"hangupcause":16}                              > ``
            BLINDTRANSFER|1793000060|201|PJSIP/desk-02|||c.2|c.1|{"transferee_channel_name":"PJSIP/carrier-01"}                > contact.transferred{blind,agent}
            ATTENDEDTRANSFER|1793000060|201|PJSIP/desk-02|||c.2|c.1|{"transferee_channel_name":"PJSIP/carrier-01"}             > contact.transferred{warm,agent}
            BLINDTRANSFER|1793000060|201|PJSIP/desk-02|||c.2|c.2|{"transferee_channel_name":"PJSIP/desk-09"}                   > ``
            ANSWER|1793000001|85261234567|PJSIP/carrier-01|||c.1|c.1|                                     > ``
            TELEPORT|1793000001|85261234567|PJSIP/carrier-01|||c.1|c.1|                                   > other
            HANGUP|soon|85261234567|PJSIP/carrier-01|||c.1|c.1|                                           > unusable eventtime
            HANGUP|1793000001|85261234567|PJSIP/carrier-01|||c.1||                                        > unusable linkedid
            """)
    void cel(String brief, String expected) {
        String[] part = brief.strip().split("\\|", -1);
        var columns = List.of(
                part[0], part[1], "", part[2], "", "", "", "", "", part[3], part[4], part[5], "3", "", part[6], part[7],
                "", "", "", part[8]);
        var line = columns.stream()
                .map(column -> '"' + column.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(","));
        assertThat(said(CEL.translate(line))).isEqualTo(expected);
    }

    @Test
    void aCelLineOfAnotherFormIsRefused() {
        assertThat(said(CEL.translate("1,2,3"))).isEqualTo("unusable body");
        assertThat(said(CEL.translate("\"never closed"))).isEqualTo("unusable body");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " > ",
            textBlock =
                    """
            Event: QueueCallerJoin|Uniqueid: c.1|Linkedid: c.1|Queue: care|CallerIDNum: 85261234567|Position: 1   > contact.queued{85261234567,care}
            Event: QueueCallerJoin|Uniqueid: c.1|Queue: care|CallerIDNum: <unknown>                               > contact.queued{care}
            Event: QueueCallerAbandon|Uniqueid: c.1|Queue: care|HoldTime: 95                                      > contact.abandoned{95.0,care}
            Event: AgentConnect|Uniqueid: c.1|Queue: care|MemberName: Agent/7|HoldTime: 12                        > contact.answered{human,Agent/7,care}
            Event: AgentComplete|Uniqueid: c.1|Queue: care|MemberName: Agent/7|HoldTime: 12|TalkTime: 88|Reason: caller   > contact.ended{customer,queue=12.0,talk=88.0,Agent/7,care}
            Event: AgentComplete|Uniqueid: c.1|Queue: care|MemberName: Agent/7|HoldTime: 12|TalkTime: 88|Reason: agent    > contact.ended{agent,queue=12.0,talk=88.0,Agent/7,care}
            Event: AgentComplete|Uniqueid: c.1|Queue: care|MemberName: Agent/7|Reason: transfer                   > contact.transferred{blind,agent,Agent/7,care}
            Event: QueueCallerLeave|Uniqueid: c.1|Queue: care                                                     > ''
            Event: Newchannel|Channel: PJSIP/carrier-01|Uniqueid: c.1|Linkedid: c.1|CallerIDNum: 85261234567      > contact.started{85261234567,inbound}
            Event: Newchannel|Channel: PJSIP/desk-02|Uniqueid: c.2|Linkedid: c.2|CallerIDNum: 201                 > ''
            Event: Hangup|Channel: PJSIP/carrier-01|Uniqueid: c.1|Linkedid: c.1|Cause: 16                         > contact.ended{}
            Event: Hangup|Channel: PJSIP/carrier-01|Uniqueid: c.1|Linkedid: c.1|Cause: 41                         > contact.dropped{telecom} contact.ended{}
            Event: Hangup|Channel: PJSIP/desk-02|Uniqueid: c.2|Linkedid: c.1|Cause: 16                            > ''
            Event: BlindTransfer|TransfereeChannel: PJSIP/carrier-01|TransfereeUniqueid: c.1|TransfereeLinkedid: c.1   > contact.transferred{blind,agent}
            Event: AttendedTransfer|TransfereeChannel: PJSIP/carrier-01|TransfereeUniqueid: c.1|TransfereeLinkedid: c.1 > contact.transferred{warm,agent}
            Event: Teleported|Uniqueid: c.1                                                                       > other
            Event: QueueCallerJoin|Queue: care                                                                    > unusable Uniqueid
            """)
    void ami(String event, String expected) {
        assertThat(said(AMI.translate(headers(event), NOW))).isEqualTo(expected);
    }

    @Test
    void anAmiEventHappenedWhenItSaysElseWhenItCame() {
        assertThat(time("Event: QueueCallerJoin|Uniqueid: c.1|Queue: care|Timestamp: 1793000000.25"))
                .isEqualTo(Instant.parse("2026-10-26T07:33:20.250Z"));
        assertThat(time("Event: QueueCallerJoin|Uniqueid: c.1|Queue: care")).isEqualTo(NOW);
    }

    /** The queue log has whole seconds, and consumers order what is of one moment by its id. */
    @Test
    void whatHappensInOneSecondStaysInOrder() {
        var ids = List.of("ENTERQUEUE||1|1", "CONNECT|0|c.2|1", "COMPLETECALLER|0|0|1").stream()
                .map(event -> QueueLog.translate("1793000000|c.1|care|NONE|" + event))
                .flatMap(translation -> ((Translation.Events) translation).drafts().stream())
                .map(Draft::id)
                .toList();
        assertThat(ids).isSorted().doesNotHaveDuplicates();
    }

    private static Instant time(String event) {
        return ((Translation.Events) AMI.translate(headers(event), NOW))
                .drafts()
                .getFirst()
                .time();
    }

    private static Message headers(String event) {
        var headers = new LinkedHashMap<String, String>();
        for (String header : event.strip().split("\\|")) {
            int colon = header.indexOf(':');
            headers.put(header.substring(0, colon), header.substring(colon + 1).strip());
        }
        return Message.of(headers);
    }

    /** The events in short: type, and the values of the data but those that all calls share. */
    private static String said(Translation translation) {
        return switch (translation) {
            case Translation.Unusable(var problem, var part) -> "unusable " + problem.field();
            case Translation.Events(String type, var drafts) ->
                type.equals(Translation.OTHER)
                        ? type
                        : drafts.stream().map(AsteriskTest::said).collect(Collectors.joining(" "));
            case Translation.Batch batch -> throw new AssertionError("one line is no batch");
            case Translation.Document document -> throw new AssertionError("no document");
        };
    }

    private static String said(Draft draft) {
        assertThat(draft.subject()).isEqualTo("c.1");
        var data = new TreeMap<>(draft.data());
        assertThat(data.remove("channel")).isEqualTo("phone");
        data.remove("initiation");
        var words = List.of(
                        "identifiers",
                        "kind",
                        "by",
                        "direction",
                        "endedBy",
                        "waitSeconds",
                        "reason",
                        "durations",
                        "agentId",
                        "queue")
                .stream()
                .filter(data::containsKey)
                .map(field -> plain(data.remove(field)))
                .collect(Collectors.joining(","));
        assertThat(data).isEmpty();
        return draft.type().type().substring(EventType.PREFIX.length()) + "{" + words + "}";
    }

    private static String plain(Object value) {
        return switch (value) {
            case List<?> identifiers -> String.valueOf(((java.util.Map<?, ?>) identifiers.getFirst()).get("value"));
            case java.util.Map<?, ?> durations -> durations.toString().replaceAll("[{} ]", "");
            default -> value.toString();
        };
    }
}
