package io.throughline.journey.domain.verdict;

import io.throughline.contracts.catalogue.Channel;
import io.throughline.contracts.event.ContactData.AuthenticationFailed;
import io.throughline.contracts.event.ContactData.Identified;
import io.throughline.contracts.event.ContactData.SelfServiceFailed;
import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.event.FailureReason;
import io.throughline.contracts.journey.Evidence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** F6, F7, F8: a bot, a site or a log-in did not let the customer go on. */
final class SelfService {

    private SelfService() {}

    /**
     * F6: a chatbot, voicebot or IVR failed. Not understood or an error proves, a refusal or no result supports. A
     * person who took over in the same contact, before the customer left, mended it (E18).
     */
    static List<Evidence> botDeadEnd(Candidate candidate, List<Evidence> found) {
        var items = new ArrayList<Evidence>();
        for (ContactEvent sign : candidate.signs()) {
            if (sign.data() instanceof SelfServiceFailed failed
                    && servedByBots(candidate)
                    && !candidate.left().service().takenOver(sign.time(), candidate.moment())) {
                boolean proves = failed.reason() == FailureReason.FALLBACK || failed.reason() == FailureReason.ERROR;
                items.add(item("F6", proves, sign, Items.word(failed.reason())));
            }
        }
        return items;
    }

    /** F7: web, app or kiosk failed. An error proves, a refusal or no result supports. */
    static List<Evidence> selfServiceDeadEnd(Candidate candidate, List<Evidence> found) {
        var items = new ArrayList<Evidence>();
        for (ContactEvent sign : candidate.signs()) {
            if (sign.data() instanceof SelfServiceFailed failed && !servedByBots(candidate)) {
                items.add(item("F7", failed.reason() == FailureReason.ERROR, sign, Items.word(failed.reason())));
            }
        }
        return items;
    }

    /**
     * F8: the customer could not prove who they are. It proves when they were locked out or had used up the tenant's
     * limit of attempts, else it supports. An attempt that succeeded later in the contact mended it.
     */
    static List<Evidence> authenticationFailed(Candidate candidate, List<Evidence> found) {
        var items = new ArrayList<Evidence>();
        int failures = 0;
        for (ContactEvent sign : candidate.signs()) {
            if (sign.data() instanceof Identified) {
                items.clear();
                failures = 0;
            } else if (sign.data() instanceof AuthenticationFailed failed) {
                failures = Math.max(failures + 1, failed.attempts() == null ? 0 : failed.attempts());
                boolean locked = Boolean.TRUE.equals(failed.locked());
                boolean usedUp = failures >= candidate.rules().judging().authenticationAttempts();
                items.add(item("F8", locked || usedUp, sign, locked ? "locked" : "attempts"));
            }
        }
        return items;
    }

    private static Evidence item(String item, boolean proves, ContactEvent sign, @Nullable String detail) {
        return proves ? Items.proof(item, sign, detail) : Items.support(item, sign, detail);
    }

    private static boolean servedByBots(Candidate candidate) {
        Channel.Group group =
                candidate.rules().channels().of(candidate.left().channel()).group();
        return switch (group) {
            case VOICE, CHAT, MESSAGING, EMAIL, PAPER -> true;
            case DIGITAL, PHYSICAL, PUBLIC, OTHER -> false;
        };
    }
}
