package io.throughline.intake.source.asterisk;

import static java.util.Map.entry;

import io.throughline.contracts.event.EventType;
import io.throughline.intake.domain.Problem;
import io.throughline.intake.webhook.Draft;
import io.throughline.intake.webhook.Translation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A line of {@code queue_log}: {@code time|callid|queue|agent|event|data1|data2|…}. */
public final class QueueLog {

    private static final int EVENT = 4;

    /** What each event means. Its data are numbered from 1, as in Asterisk's documentation. */
    private static final Map<String, Function<Entry, List<Draft>>> TABLE = Map.ofEntries(
            entry(
                    "ENTERQUEUE",
                    entry -> List.of(
                            entry.call().begun(entry.data(2)), entry.call().queued(entry.data(2)))),
            entry("CONNECT", entry -> List.of(entry.call().answered())),
            entry("COMPLETEAGENT", entry -> List.of(entry.ended("agent"))),
            entry("COMPLETECALLER", entry -> List.of(entry.ended("customer"))),
            entry(
                    "ABANDON",
                    entry -> List.of(
                            entry.call().abandoned(entry.seconds(3)),
                            entry.call().ended("customer", entry.seconds(3), null))),
            // Handed on by a rule of the queue, by a key that the caller pressed, or because nobody is there.
            entry(
                    "EXITWITHTIMEOUT",
                    entry -> List.of(entry.call().transferred("queue", "system").with("reason", "timeout"))),
            entry(
                    "EXITWITHKEY",
                    entry -> List.of(
                            entry.call().transferred("queue", "customer").with("reason", "key"))),
            entry(
                    "EXITEMPTY",
                    entry -> List.of(
                            entry.call().draft(4, EventType.CONTACT_UNAVAILABLE).with("reason", "closed"))),
            entry("BLINDTRANSFER", entry -> List.of(entry.call().transferred("blind", "agent"))),
            entry("ATTENDEDTRANSFER", entry -> List.of(entry.call().transferred("warm", "agent"))),
            entry("TRANSFER", entry -> List.of(entry.call().transferred("blind", "agent"))));

    /** Agents at work, and the queue's own administration. */
    private static final Set<String> NOTHING = Set.of(
            "ADDMEMBER",
            "AGENTCALLBACKLOGIN",
            "AGENTCALLBACKLOGOFF",
            "AGENTDUMP",
            "AGENTLOGIN",
            "AGENTLOGOFF",
            "CONFIGRELOAD",
            "DID",
            "INFO",
            "MEMBERPENALTY",
            "MEMBERRINGINUSE",
            "PAUSE",
            "PAUSEALL",
            "PENALTY",
            "QUEUESTART",
            "REMOVEMEMBER",
            "RINGCANCELED",
            "RINGINUSE",
            "RINGNOANSWER",
            "SYSCOMPAT",
            "UNPAUSE",
            "UNPAUSEALL");

    private record Entry(Call call, String[] fields) {
        @Nullable
        String data(int number) {
            return EVENT + number < fields.length ? Call.text(fields[EVENT + number]) : null;
        }

        @Nullable
        Double seconds(int number) {
            return Call.seconds(data(number));
        }

        Draft ended(String by) {
            return call.ended(by, seconds(1), seconds(2));
        }
    }

    private QueueLog() {}

    /** The events of a line. */
    public static Translation translate(String line) {
        String[] fields = line.split("\\|", -1);
        if (fields.length <= EVENT) {
            return new Translation.Unusable(Problem.malformed(
                    "is no line of a queue log",
                    "point the source to Asterisk's queue_log: time|callid|queue|agent|event"));
        }
        String event = fields[EVENT].strip();
        if (NOTHING.contains(event)) {
            return Translation.nothing(event);
        }
        var meaning = TABLE.get(event);
        if (meaning == null) {
            return Translation.unknown();
        }
        Instant time = Call.time(fields[0]);
        String id = Call.text(fields[1]);
        if (time == null || id == null) {
            return Translation.missing(time == null ? "time" : "callid", "keep Asterisk's usual form of the queue log");
        }
        var call = new Call(id, time, Call.text(fields[2]), Call.text(fields[3]));
        return new Translation.Events(event, meaning.apply(new Entry(call, fields)));
    }
}
