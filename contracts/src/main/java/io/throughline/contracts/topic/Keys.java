package io.throughline.contracts.topic;

import io.throughline.contracts.journey.ContactRef;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Record keys: parts joined by {@code |}. A {@code |} or {@code %} within a part is written as {@code %7C} and
 * {@code %25}, so that two different lists of parts never make one key.
 */
public final class Keys {

    private Keys() {}

    public static String contact(String tenant, String source, String contactId) {
        return join(tenant, source, contactId);
    }

    public static String contact(String tenant, ContactRef contact) {
        return join(tenant, contact.source(), contact.contactId());
    }

    public static String identifier(String tenant, String type, String token) {
        return join(tenant, type, token);
    }

    public static String customer(String tenant, String customerId) {
        return join(tenant, customerId);
    }

    public static String journey(String tenant, String journeyId) {
        return join(tenant, journeyId);
    }

    public static String channelSwitch(String tenant, String switchId) {
        return join(tenant, switchId);
    }

    public static String decision(String tenant, String decisionId) {
        return join(tenant, decisionId);
    }

    /** A KPI value's key: tenant, KPI with variant, window with start, and dimensions in the order of their names. */
    public static String kpi(
            String tenant,
            String kpi,
            @Nullable String variant,
            String window,
            String start,
            SortedMap<String, String> dimensions) {
        var parts = new ArrayList<>(List.of(tenant, variant == null ? kpi : kpi + ":" + variant, window, start));
        dimensions.forEach((name, value) -> parts.add(name + "=" + value));
        return join(parts.toArray(String[]::new));
    }

    /** Joins parts to a key. */
    public static String join(String... parts) {
        var key = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            if (i > 0) {
                key.append('|');
            }
            key.append(parts[i].replace("%", "%25").replace("|", "%7C"));
        }
        return key.toString();
    }

    /** The parts of a key, as they were given to {@link #join}. */
    public static List<String> split(String key) {
        var parts = new ArrayList<String>();
        for (String part : key.split("\\|", -1)) {
            parts.add(part.replace("%7C", "|").replace("%25", "%"));
        }
        return List.copyOf(parts);
    }
}
