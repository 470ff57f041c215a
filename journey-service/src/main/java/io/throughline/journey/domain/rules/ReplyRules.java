package io.throughline.journey.domain.rules;

import io.throughline.contracts.catalogue.Channel;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * By when a reply is due, in opening hours. Self-service promises no reply.
 *
 * @param byGroup limit of each group of channels; a group that is absent has no limit
 * @param byChannel limit of single channel codes, which goes before that of their group
 */
public record ReplyRules(Map<Channel.Group, Duration> byGroup, Map<String, Duration> byChannel) {

    static final ReplyRules DEFAULTS = new ReplyRules(
            Map.of(
                    Channel.Group.CHAT, Duration.ofSeconds(120),
                    Channel.Group.MESSAGING, Duration.ofHours(1),
                    Channel.Group.EMAIL, Duration.ofHours(24),
                    Channel.Group.PAPER, Duration.ofHours(72)),
            Map.of());

    public ReplyRules {
        byGroup = Map.copyOf(byGroup);
        byChannel = Map.copyOf(byChannel);
    }

    /** The limit of a channel; null where no reply is promised. */
    public @Nullable Duration limit(Channel channel) {
        Duration own = byChannel.get(channel.code());
        if (own != null) {
            return own;
        }
        return channel.selfService() ? null : byGroup.get(channel.group());
    }
}
