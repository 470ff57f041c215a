package io.throughline.feedback.readmodel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Asks where issues begin and end, and between which channels customers change. The largest comes first. */
@ApplicationScoped
@Transactional
public class Flows {

    private static final String COUNT =
            """
            select %1$s as channel, count(*) as issues from counted_journey
            where %1$s is not null and %2$s group by 1 order by 2 desc, 1""";

    /** What a switch adds to the forced share, in which every switch is, says whether it was forced. */
    private static final String FORCED = "(sums -> 'switch.forced:low' ->> 0)::bigint > 0";

    private static final String SWITCHES =
            """
            select from_channel, to_channel, count(*) as switches, count(*) filter (where exists (
                select from contribution
                where contribution.journey = key and contribution.at = counted_switch.at and %s)) as forced
            from counted_switch join counted_journey on key = journey
            where %s group by 1, 2 order by 3 desc, 1, 2""";

    private static final String PATHS =
            """
            select entry_channel, exit_channel, count(*) as issues, count(*) filter (where exists (
                select from contribution where contribution.journey = key and %s)) as forced
            from counted_journey
            where entry_channel is not null and %s group by 1, 2 order by 3 desc, 1, 2""";

    private final DataSource database;

    Flows(DataSource database) {
        this.database = database;
    }

    /**
     * How often customers changed from one channel to another.
     *
     * @param forced how often the business forced them to
     */
    public record Flow(String from, String to, long switches, long forced) {}

    /**
     * Issues that began in one channel and ended, so far, in another or the same.
     *
     * @param forced how many of them have a forced switch on their way
     */
    public record JourneyPath(String entry, String exit, long issues, long forced) {}

    /**
     * Which issues are meant.
     *
     * @param from event time of the beginning of an issue or a switch; null from the first
     * @param to event time, exclusive; null to the last
     * @param filter by the dimensions of the issue
     */
    public record Question(String tenant, @Nullable Instant from, @Nullable Instant to, Filter filter) {}

    /** Issues by the channel of their first customer contact. */
    public Map<String, Long> entries(Question question) {
        return count("entry_channel", question);
    }

    /** Issues by the channel of their last customer contact so far. */
    public Map<String, Long> exits(Question question) {
        return count("exit_channel", question);
    }

    /** Changes of channel, by when the second contact began. */
    public List<Flow> switches(Question question) {
        var parameters = new ArrayList<@Nullable Object>();
        return Queries.find(
                database,
                SWITCHES.formatted(FORCED, condition(question, "counted_switch.at", parameters)),
                parameters,
                row -> new Flow(
                        row.getString("from_channel"),
                        row.getString("to_channel"),
                        row.getLong("switches"),
                        row.getLong("forced")));
    }

    /** From where to where issues went. */
    public List<JourneyPath> paths(Question question) {
        var parameters = new ArrayList<@Nullable Object>();
        return Queries.find(
                database,
                PATHS.formatted(FORCED, condition(question, "started_at", parameters)),
                parameters,
                row -> new JourneyPath(
                        row.getString("entry_channel"),
                        row.getString("exit_channel"),
                        row.getLong("issues"),
                        row.getLong("forced")));
    }

    private Map<String, Long> count(String column, Question question) {
        var parameters = new ArrayList<@Nullable Object>();
        var counts = new LinkedHashMap<String, Long>();
        Queries.find(
                        database,
                        COUNT.formatted(column, condition(question, "started_at", parameters)),
                        parameters,
                        row -> Map.entry(row.getString("channel"), row.getLong("issues")))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }

    private static String condition(Question question, String time, List<@Nullable Object> parameters) {
        var conditions = new ArrayList<>(List.of("counted_journey.tenant = ?"));
        parameters.add(question.tenant());
        if (question.from() != null) {
            conditions.add(time + " >= ?");
            parameters.add(question.from());
        }
        if (question.to() != null) {
            conditions.add(time + " < ?");
            parameters.add(question.to());
        }
        question.filter().allowed().forEach((dimension, values) -> {
            conditions.add("counted_journey." + dimension.key() + " = any (?)");
            parameters.add(values);
        });
        return String.join(" and ", conditions);
    }
}
