package io.throughline.feedback.readmodel;

import io.throughline.servicekit.sink.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** How companies rate themselves where the stream has no evidence. */
@ApplicationScoped
@Transactional
public class SelfAssessments {

    private static final String UPSERT =
            """
            insert into self_assessment (tenant, area, rating, reason, recorded_at) values (?, ?, ?, ?, ?)
            on conflict (tenant, area) do update set
                rating = excluded.rating, reason = excluded.reason, recorded_at = excluded.recorded_at""";

    private final DataSource database;

    SelfAssessments(DataSource database) {
        this.database = database;
    }

    /** What is said of an area. */
    public record Said(String rating, String reason) {}

    public void record(String tenant, String area, Said said, Instant now) {
        Rows.batch(database, UPSERT, List.of(said), (statement, row) -> {
            statement.setString(1, tenant);
            statement.setString(2, area);
            statement.setString(3, row.rating());
            statement.setString(4, row.reason());
            statement.setObject(5, Rows.time(now));
        });
    }

    /** By area. */
    public Map<String, Said> of(String tenant) {
        var all = new TreeMap<String, Said>();
        Queries.find(
                        database,
                        "select area, rating, reason from self_assessment where tenant = ? order by area",
                        List.of(tenant),
                        row -> Map.entry(
                                row.getString("area"), new Said(row.getString("rating"), row.getString("reason"))))
                .forEach(entry -> all.put(entry.getKey(), entry.getValue()));
        return all;
    }
}
