package io.throughline.intake.webhook.twilio;

import static io.throughline.contracts.event.EventType.CONTACT_ABANDONED;
import static io.throughline.contracts.event.EventType.CONTACT_ANSWERED;
import static io.throughline.contracts.event.EventType.CONTACT_CALLBACK_REQUESTED;
import static io.throughline.contracts.event.EventType.CONTACT_ENDED;
import static io.throughline.contracts.event.EventType.CONTACT_QUEUED;
import static io.throughline.contracts.event.EventType.CONTACT_STARTED;
import static io.throughline.contracts.event.EventType.CONTACT_TRANSFERRED;
import static io.throughline.contracts.event.EventType.CONTACT_UNAVAILABLE;
import static java.util.Map.entry;

import io.throughline.intake.webhook.CustomAttributes;
import io.throughline.intake.webhook.Draft;
import io.throughline.intake.webhook.Translation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** TaskRouter: waiting, being served and handed on. */
final class TaskEvents {

    /** What each event means. */
    private static final Map<String, Function<Task, List<Draft>>> TABLE = Map.ofEntries(
            entry("task.created", TaskEvents::created),
            entry("task.canceled", TaskEvents::canceled),
            entry("task.wrapup", TaskEvents::ended),
            entry("task.completed", TaskEvents::ended),
            entry("task.transfer-initiated", TaskEvents::transferInitiated),
            entry("task.transfer-completed", task -> List.of(transferred(task))),
            entry("task-queue.entered", task -> List.of(task.draft(CONTACT_QUEUED))),
            entry("task-queue.moved", task -> List.of(task.draft(CONTACT_QUEUED))),
            entry(
                    "reservation.accepted",
                    task -> List.of(task.draft(CONTACT_ANSWERED).with("by", "human"))));

    /** Of these resources everything else is how TaskRouter works inside: offers to agents, workflows, activities. */
    private static final Set<String> ADMINISTRATION =
            Set.of("task", "task-queue", "reservation", "workflow", "worker", "activity", "workspace", "task-channel");

    private TaskEvents() {}

    static Translation translate(String eventType, Fields fields) {
        var table = TABLE.get(eventType);
        if (table == null) {
            return ADMINISTRATION.contains(eventType.split("\\.", 2)[0])
                    ? Translation.nothing("taskrouter.administration")
                    : Translation.unknown();
        }
        Task task = Task.of(fields);
        return task == null
                ? Translation.missing("TaskSid", "send the event as TaskRouter does, with its TaskSid")
                : new Translation.Events(eventType, table.apply(task));
    }

    private static List<Draft> created(Task task) {
        var drafts = new ArrayList<Draft>();
        boolean callback = task.channel().equals("callback");
        drafts.add(task.draft(CONTACT_STARTED)
                .with("direction", task.isOutbound() && !callback ? "outbound" : "inbound")
                .with("initiation", callback ? "callback" : task.isOutbound() ? "outbound" : "customer"));
        if (callback) {
            drafts.add(task.draft(CONTACT_CALLBACK_REQUESTED));
        }
        return drafts;
    }

    /** {@code hangup} is what Flex writes when the customer left; a limit of time is that nobody was there to serve. */
    private static List<Draft> canceled(Task task) {
        String reason = task.fields().word("TaskCanceledReason");
        var drafts = new ArrayList<Draft>();
        if (reason.contains("hangup") || reason.contains("hung up") || reason.contains("abandon")) {
            drafts.add(task.draft(CONTACT_ABANDONED)
                    .with("waitSeconds", task.fields().number("TaskAge")));
            drafts.add(task.draft(CONTACT_ENDED).with("endedBy", "customer"));
            return drafts;
        }
        if (reason.contains("ttl") || reason.contains("timeout") || reason.contains("timed out")) {
            drafts.add(task.draft(CONTACT_UNAVAILABLE).with("reason", "overload"));
        }
        drafts.addAll(CustomAttributes.drafts(task.attributes(), task::said, "agent"));
        drafts.add(task.draft(CONTACT_ENDED).with("endedBy", "system"));
        return drafts;
    }

    private static List<Draft> ended(Task task) {
        var drafts = new ArrayList<>(CustomAttributes.drafts(task.attributes(), task::said, "agent"));
        String outcome = task.attributes().object("conversations").text("outcome");
        drafts.add(
                task.draft(CONTACT_ENDED).with("disposition", outcome).with(CustomAttributes.end(task.attributes())));
        return drafts;
    }

    /** A cold transfer is done with at once; a warm one can still be called off, so its completion counts. */
    private static List<Draft> transferInitiated(Task task) {
        return isWarm(task) ? List.of() : List.of(transferred(task));
    }

    private static Draft transferred(Task task) {
        boolean toQueue = task.fields().word("TransferType").equals("queue");
        return task.transfer(CONTACT_TRANSFERRED)
                .with("by", "agent")
                .with("kind", isWarm(task) ? "warm" : "blind")
                .with("toQueue", toQueue ? task.fields().text("TransferTo", "TransferTargetSid") : null);
    }

    private static boolean isWarm(Task task) {
        return task.fields().word("TransferMode").equals("warm");
    }
}
