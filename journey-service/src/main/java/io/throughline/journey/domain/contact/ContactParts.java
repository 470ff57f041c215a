package io.throughline.journey.domain.contact;

import io.throughline.contracts.event.ContactContext;
import io.throughline.contracts.event.ContactData;
import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.event.Durations;
import io.throughline.contracts.journey.SurveyAnswer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads two records of a platform as the one contact that they are: a transfer, a callback, a reconnect, a resumption. */
public final class ContactParts {

    private static final Comparator<ContactEvent> BY_TIME = Comparator.comparing(ContactEvent::time)
            .thenComparing(ContactEvent::source)
            .thenComparing(ContactEvent::id);

    private ContactParts() {}

    /**
     * One contact of two parts. It began with the first and ended with the second; that the first was dropped or
     * abandoned was mended by going on.
     */
    public static ContactSummary join(ContactSummary first, ContactSummary next) {
        return new ContactSummary(
                first.key(),
                true,
                first.channel(),
                next.lastChannel(),
                context(first.context(), next.context()),
                identifiers(first, next),
                life(first.life(), next.life()),
                service(first.service(), next.service()),
                next.outcome(),
                durations(first.durations(), next.durations()),
                or(next.disposition(), first.disposition()),
                signs(first, next),
                replyWaits(first, next),
                first.surveysOffered() + next.surveysOffered(),
                surveys(first, next));
    }

    private static ContactContext context(ContactContext first, ContactContext next) {
        var references = new TreeSet<>(first.references());
        references.addAll(next.references());
        return new ContactContext(
                null,
                List.of(),
                or(first.direction(), next.direction()),
                or(first.initiation(), next.initiation()),
                or(next.intent(), first.intent()),
                or(next.caseId(), first.caseId()),
                List.copyOf(references),
                or(first.previousContactId(), next.previousContactId()),
                or(first.relatedContactId(), next.relatedContactId()),
                or(next.market(), first.market()),
                or(next.language(), first.language()),
                or(next.queue(), first.queue()),
                or(next.agentId(), first.agentId()),
                or(next.site(), first.site()),
                or(next.segment(), first.segment()));
    }

    private static List<SeenIdentifier> identifiers(ContactSummary first, ContactSummary next) {
        var byName = new TreeMap<String, SeenIdentifier>();
        for (ContactSummary part : List.of(first, next)) {
            part.identifiers().forEach(seen -> byName.putIfAbsent(seen.type() + '|' + seen.token(), seen));
        }
        return List.copyOf(byName.values());
    }

    private static Life life(Life first, Life next) {
        boolean firstEndsLast = first.endedAt() != null
                && next.endedAt() != null
                && first.endedAt().isAfter(next.endedAt());
        Life last = firstEndsLast ? first : next;
        return new Life(
                first.startedAt(),
                first.start(),
                last.endedAt(),
                last.end(),
                last.endedBy(),
                latest(first.lastActivityAt(), next.lastActivityAt()),
                latest(first.lastEventAt(), next.lastEventAt()));
    }

    private static Service service(Service first, Service next) {
        var handovers = new ArrayList<>(first.handovers());
        handovers.addAll(next.handovers());
        Instant personCame = next.personAnsweredAt();
        if ("bot".equals(first.answeredBy())
                && personCame != null
                && next.handovers().isEmpty()) {
            handovers.add(personCame);
        }
        // As within one contact: a wait that ended in an abandonment is not one until answered.
        boolean answeredBefore = first.personAnsweredAt() != null && next.abandonment() != null;
        return new Service(
                or(first.queuedAt(), next.queuedAt()),
                or(first.answeredAt(), next.answeredAt()),
                or(first.personAnsweredAt(), next.personAnsweredAt()),
                or(next.answeredBy(), first.answeredBy()),
                answeredBefore ? first.waitSeconds() : sum(first.waitSeconds(), next.waitSeconds()),
                next.abandonment(),
                handovers);
    }

    private static @Nullable Durations durations(@Nullable Durations first, @Nullable Durations next) {
        if (first == null || next == null) {
            return or(first, next);
        }
        return new Durations(
                sum(first.queue(), next.queue()),
                sum(first.talk(), next.talk()),
                sum(first.hold(), next.hold()),
                sum(first.wrap(), next.wrap()));
    }

    private static List<ContactEvent> signs(ContactSummary first, ContactSummary next) {
        var signs = new ArrayList<>(first.signs());
        signs.removeIf(sign -> sign.data() instanceof ContactData.Dropped);
        signs.addAll(next.signs());
        signs.sort(BY_TIME);
        return signs;
    }

    private static List<ReplyWait> replyWaits(ContactSummary first, ContactSummary next) {
        var waits = new ArrayList<ReplyWait>();
        Instant served = next.service().answeredAt();
        for (ReplyWait wait : first.replyWaits()) {
            boolean servedNow = wait.repliedAt() == null && served != null && !served.isBefore(wait.since());
            waits.add(servedNow ? new ReplyWait(wait.kind(), wait.event(), wait.since(), served) : wait);
        }
        waits.addAll(next.replyWaits());
        waits.sort(Comparator.comparing(ReplyWait::since)
                .thenComparing(ReplyWait::kind)
                .thenComparing(wait -> wait.event().id()));
        return waits;
    }

    private static List<SurveyAnswer> surveys(ContactSummary first, ContactSummary next) {
        var answers = new ArrayList<>(first.surveys());
        answers.addAll(next.surveys());
        answers.sort(Comparator.comparing(SurveyAnswer::at).thenComparing(SurveyAnswer::eventId));
        return answers;
    }

    private static @Nullable Double sum(@Nullable Double one, @Nullable Double other) {
        return one == null || other == null ? or(one, other) : Double.valueOf(one + other);
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static <T> @Nullable T or(@Nullable T one, @Nullable T other) {
        return one == null ? other : one;
    }
}
