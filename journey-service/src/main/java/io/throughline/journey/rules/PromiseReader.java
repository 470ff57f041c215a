package io.throughline.journey.rules;

import io.throughline.contracts.catalogue.Channel.Group;
import io.throughline.contracts.event.UnavailableReason;
import io.throughline.journey.domain.rules.NotServiceable;
import io.throughline.journey.domain.rules.ReplyRules;
import io.throughline.journey.domain.rules.ServiceLevel;
import io.throughline.servicekit.settings.Section;
import io.throughline.servicekit.settings.Value;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads what a tenant promises: replies, service levels, and what a channel cannot do. */
final class PromiseReader {

    private PromiseReader() {}

    /** Limits by group and by channel, over those of the version before. */
    static ReplyRules replies(Section section, ReplyRules before, Catalogue catalogue) {
        var byGroup = new HashMap<>(before.byGroup());
        section.get("groups").flatMap(Value::section).ifPresent(groups -> groups.names()
                .forEach(name -> limit(groups, name)
                        .ifPresent(limit -> group(groups, name).ifPresent(group -> byGroup.put(group, limit)))));
        var byChannel = new HashMap<>(before.byChannel());
        section.get("channels").flatMap(Value::section).ifPresent(channels -> channels.names()
                .forEach(name -> limit(channels, name).ifPresent(limit -> {
                    if (catalogue.channels().codes().contains(name)) {
                        byChannel.put(name, limit);
                    } else {
                        channels.problemOfName(
                                name, "no channel has this code", "Add it under 'channels' of the version.");
                    }
                })));
        return new ReplyRules(byGroup, byChannel);
    }

    static Optional<ServiceLevel> serviceLevel(Section section, Catalogue catalogue) {
        var channel = section.require("channel", "a channel's code").map(catalogue::channel);
        var within = section.require("within", "a duration, e.g. 60s").flatMap(Kinds::duration);
        var queue = Kinds.text(section, "queue");
        var validFrom = Kinds.moment(section, "validFrom");
        return channel.flatMap(
                code -> within.map(promise -> new ServiceLevel(code, queue, promise.toSeconds(), validFrom)));
    }

    static Optional<NotServiceable> notServiceable(Section section, Catalogue catalogue) {
        var channel = section.require("channel", "a channel's code").map(catalogue::channel);
        var reason = section.require("reason", "not_offered or decommissioned")
                .flatMap(value -> Kinds.word(
                        value,
                        UnavailableReason.class,
                        List.of(UnavailableReason.NOT_OFFERED, UnavailableReason.DECOMMISSIONED)));
        var intent = catalogue.intent(section);
        var from = Kinds.moment(section, "validFrom");
        var until = Kinds.moment(section, "validUntil");
        if (from != null && until != null && !from.isBefore(until)) {
            section.problem("it ends before it begins", "Let validUntil be later than validFrom.");
        }
        return channel.flatMap(code -> reason.map(why -> new NotServiceable(code, intent, why, from, until)));
    }

    private static Optional<Duration> limit(Section section, String name) {
        return section.get(name).flatMap(Kinds::duration);
    }

    private static Optional<Group> group(Section groups, String name) {
        for (var group : Group.values()) {
            if (group.name().toLowerCase(Locale.ROOT).equals(name)) {
                return Optional.of(group);
            }
        }
        groups.problemOfName(name, "no group of channels has this name", "Write for example chat, messaging or email.");
        return Optional.empty();
    }
}
