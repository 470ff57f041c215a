package io.throughline.feedback.domain.kpi;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Names a KPI. Vendors' numbers of one name hide different formulas, so where there are several the variant is part of
 * the name.
 *
 * @param name e.g. {@code fcr.gross}
 * @param variant e.g. {@code w7d}; null where the KPI has one definition
 */
public record KpiId(String name, @Nullable String variant) implements Comparable<KpiId> {

    private static final Comparator<KpiId> BY_NAME = Comparator.comparing(KpiId::name)
            .thenComparing(KpiId::variant, Comparator.nullsFirst(Comparator.naturalOrder()));

    /** Reads {@code name} or {@code name:variant}. */
    public static KpiId valueOf(String text) {
        int colon = text.indexOf(':');
        return colon < 0 ? new KpiId(text, null) : new KpiId(text.substring(0, colon), text.substring(colon + 1));
    }

    /** A short name of this one; {@link KpiRules} sees to it that no two KPIs share one. */
    public short code() {
        int hash = toString().hashCode();
        return (short) (hash ^ hash >>> Short.SIZE);
    }

    @Override
    public int compareTo(KpiId other) {
        return BY_NAME.compare(this, other);
    }

    /** {@code name} or {@code name:variant}, as {@link #valueOf} reads it. */
    @Override
    public String toString() {
        return variant == null ? name : name + ":" + variant;
    }
}
