package io.throughline.feedback.readmodel;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.throughline.contracts.kpi.Interval;
import io.throughline.feedback.domain.kpi.Dimension;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A published value; columns are explained in the migration. Written by {@link KpiTable}. */
@Entity
@Immutable
@Table(name = "kpi_value")
public class KpiValueRow extends PanacheEntityBase {

    @Id
    public String key;

    public String tenant;
    public String kpi;
    public String windowSize;
    public String zone;
    public String grouping;
    public Instant startAt;
    public Instant endAt;
    public String channel;
    public String intent;
    public String market;
    public String queue;
    public String segment;
    public Double value;
    public BigDecimal numerator;
    public long denominator;
    public Double intervalLevel;
    public Double intervalLow;
    public Double intervalHigh;
    public String intervalMethod;
    public boolean small;
    public Instant maturesAt;
    public long revision;
    public Instant asOf;

    SortedMap<String, String> dimensions() {
        var dimensions = new TreeMap<String, String>();
        String[] values = {channel, intent, market, queue, segment};
        for (Dimension dimension : Dimension.values()) {
            if (values[dimension.ordinal()] != null) {
                dimensions.put(dimension.key(), values[dimension.ordinal()]);
            }
        }
        return dimensions;
    }

    @Nullable
    Interval interval() {
        return intervalMethod == null
                ? null
                : Interval.ofCases(intervalLevel, intervalLow, intervalHigh, intervalMethod);
    }
}
