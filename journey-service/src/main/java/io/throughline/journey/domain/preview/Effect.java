package io.throughline.journey.domain.preview;

import io.throughline.contracts.journey.ChannelSwitch;
import io.throughline.contracts.journey.Journey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What other rules would make of one customer's past.
 *
 * @param journeysBefore journeys by the present rules
 * @param journeysAfter journeys by the other rules
 * @param switchesBefore switches by the present rules
 * @param switchesAfter switches by the other rules
 * @param switches those judged differently, by time
 * @param journeys those put together differently
 */
public record Effect(
        List<Journey> journeysBefore,
        List<Journey> journeysAfter,
        List<ChannelSwitch> switchesBefore,
        List<ChannelSwitch> switchesAfter,
        List<SwitchEffect> switches,
        List<JourneyEffect> journeys) {

    /**
     * Compares a customer's journeys by the present and by other rules.
     *
     * @param span journeys that began in it, and switches whose second contact did
     */
    public static Effect of(List<Journey> before, List<Journey> after, Span span) {
        var was = before.stream().filter(span::holds).toList();
        var is = after.stream().filter(span::holds).toList();
        var switchesBefore = switches(before, span);
        var switchesAfter = switches(after, span);
        var changed = JourneyEffect.of(before, after).stream()
                .filter(effect -> concerns(effect, was) || concerns(effect, is))
                .toList();
        return new Effect(
                was,
                is,
                List.copyOf(switchesBefore.values()),
                List.copyOf(switchesAfter.values()),
                changed(switchesBefore, switchesAfter),
                changed);
    }

    /**
     * A span of event time.
     *
     * @param from null for since ever
     * @param to exclusive; null for no end
     */
    public record Span(@Nullable Instant from, @Nullable Instant to) {

        boolean holds(Instant at) {
            return (from == null || !at.isBefore(from)) && (to == null || at.isBefore(to));
        }

        boolean holds(Journey journey) {
            return holds(journey.startedAt());
        }
    }

    private static Map<String, ChannelSwitch> switches(List<Journey> journeys, Span span) {
        var switches = new LinkedHashMap<String, ChannelSwitch>();
        journeys.stream()
                .flatMap(journey -> journey.switches().stream())
                .filter(one -> span.holds(one.at()))
                .forEach(one -> switches.put(one.switchId(), one));
        return switches;
    }

    private static List<SwitchEffect> changed(Map<String, ChannelSwitch> before, Map<String, ChannelSwitch> after) {
        var ids = new TreeSet<>(before.keySet());
        ids.addAll(after.keySet());
        var effects = new ArrayList<SwitchEffect>();
        ids.stream()
                .map(id -> SwitchEffect.of(before.get(id), after.get(id)))
                .filter(Objects::nonNull)
                .forEach(effects::add);
        effects.sort(Comparator.comparing(SwitchEffect::at).thenComparing(SwitchEffect::switchId));
        return effects;
    }

    private static boolean concerns(JourneyEffect effect, List<Journey> journeys) {
        return journeys.stream()
                .anyMatch(journey -> effect.before().contains(journey.journeyId())
                        || effect.after().contains(journey.journeyId()));
    }
}
