package io.throughline.feedback.report;

import io.throughline.feedback.domain.kpi.Dimension;
import io.throughline.feedback.readmodel.Flows;
import io.throughline.feedback.readmodel.Series;
import java.util.List;
import java.util.Map;

/**
 * Where customers begin, end and change.
 *
 * @param entry issues by the channel of the first customer contact
 * @param exit issues by the channel of the last one so far
 * @param paths issues by both
 * @param switches changes of channel
 * @param left how often each channel is left for another
 */
public record ChannelFlow(
        List<Part> entry, List<Part> exit, List<Flows.JourneyPath> paths, List<Flows.Flow> switches, List<Left> left) {

    /** @param share of all issues */
    public record Part(String channel, long issues, double share) {}

    /**
     * How often a channel is left.
     *
     * @param switches contacts of these after which the customer went on in another channel
     * @param contacts all customer contacts in the channel
     * @param share switches / contacts
     */
    public record Left(String channel, long switches, long contacts, double share) {}

    /** @param leaving {@code switch.leave-rate} by channel: of a contact that was handed over, that in which it began */
    static ChannelFlow of(
            Map<String, Long> entries,
            Map<String, Long> exits,
            List<Flows.JourneyPath> paths,
            List<Flows.Flow> switches,
            Series leaving) {
        var left = leaving.series().stream().map(ChannelFlow::left).toList();
        return new ChannelFlow(parts(entries), parts(exits), paths, switches, left);
    }

    private static Left left(Series.Point leaving) {
        String channel = leaving.dimensions().getOrDefault(Dimension.CHANNEL.key(), "");
        long left = leaving.numerator().longValueExact();
        return new Left(channel, left, leaving.denominator(), (double) left / leaving.denominator());
    }

    private static List<Part> parts(Map<String, Long> issues) {
        long all = issues.values().stream().mapToLong(Long::longValue).sum();
        return issues.entrySet().stream()
                .map(entry -> new Part(entry.getKey(), entry.getValue(), (double) entry.getValue() / all))
                .toList();
    }
}
