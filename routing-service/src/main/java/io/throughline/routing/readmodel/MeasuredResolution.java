package io.throughline.routing.readmodel;

import io.quarkus.panache.common.Parameters;
import io.throughline.routing.domain.Counts;
import io.throughline.routing.domain.Measured;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** How often channels solved the issues that began in them at the first contact. */
@ApplicationScoped
public class MeasuredResolution {

    private final Duration span;

    MeasuredResolution(@ConfigProperty(name = "throughline.routing.measured-for") Duration span) {
        this.span = span;
    }

    /** A channel's sum over the days; the intent is null in the sum over all intents. */
    record Sum(String channel, @Nullable String intent, Long resolved, Long contacts) {}

    /**
     * What was measured, by channel, over the span before the tenant's newest day: event time, so that history played
     * back counts like the present. Days that a further contact can still change are left out, for they look better
     * than they will be; by event time as well, since what the clock says tells nothing of contacts still to come.
     */
    public Map<String, Measured> of(String tenant, String intent) {
        var measured = new TreeMap<String, Measured>();
        var newest = newestDay(tenant);
        if (newest != null) {
            MeasuredRow.find(
                            """
                            select channel, intent, sum(resolved), sum(contacts) from MeasuredRow
                            where tenant = :tenant and day > :after and maturesAt <= :newest
                                and (intent is null or intent = :intent)
                            group by channel, intent""",
                            Parameters.with("tenant", tenant)
                                    .and("after", newest.minus(span))
                                    .and("newest", newest)
                                    .and("intent", intent))
                    .project(Sum.class)
                    .list()
                    .forEach(sum -> measured.merge(sum.channel(), measured(sum), MeasuredResolution::both));
        }
        return measured;
    }

    private static @Nullable Instant newestDay(String tenant) {
        return MeasuredRow.find("select max(day) from MeasuredRow where tenant = ?1", tenant)
                .project(Instant.class)
                .firstResult();
    }

    private static Measured measured(Sum sum) {
        var counts = new Counts(sum.resolved(), sum.contacts());
        return sum.intent() == null ? new Measured(Counts.NONE, counts) : new Measured(counts, Counts.NONE);
    }

    /** Joins the sum over all intents with that of the intent. */
    private static Measured both(Measured one, Measured other) {
        return new Measured(
                one.intent().contacts() > 0 ? one.intent() : other.intent(),
                one.channel().contacts() > 0 ? one.channel() : other.channel());
    }
}
