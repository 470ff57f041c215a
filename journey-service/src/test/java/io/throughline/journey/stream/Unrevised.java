package io.throughline.journey.stream;

import io.throughline.contracts.journey.ChannelSwitch;
import io.throughline.contracts.journey.CustomerIdentity;
import io.throughline.contracts.journey.Journey;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Published records without their revisions and changes: those tell the history of arrival, and rightly differ. */
public final class Unrevised {

    private Unrevised() {}

    public static <V> Map<String, Object> all(Map<String, V> published) {
        var all = new TreeMap<String, Object>();
        published.forEach((key, value) -> all.put(key, one(value)));
        return all;
    }

    private static Object one(Object value) {
        return switch (value) {
            case ChannelSwitch one -> one.withRevision(0);
            case CustomerIdentity one -> new CustomerIdentity(one.tenant(), one.customerId(), one.identifiers(), 0);
            case Journey one ->
                one.withRevision(
                        0,
                        one.switches().stream()
                                .map(each -> each.withRevision(0))
                                .toList(),
                        List.of());
            default -> throw new IllegalArgumentException(value.getClass().getName());
        };
    }
}
