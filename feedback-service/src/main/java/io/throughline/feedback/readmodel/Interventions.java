package io.throughline.feedback.readmodel;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.type.TypeReference;
import io.throughline.feedback.domain.kpi.Dimension;
import io.throughline.servicekit.sink.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The changes that somebody recorded. */
@ApplicationScoped
@Transactional
public class Interventions {

    private final DataSource database;

    Interventions(DataSource database) {
        this.database = database;
    }

    /**
     * A change whose effect is asked.
     *
     * @param at when it took effect (event time)
     * @param treated dimensions and values of what it touched; empty for everything
     * @param control the same of what it did not touch; null where there is no such group
     */
    public record Intervention(
            String interventionId,
            String name,
            Instant at,
            SortedMap<String, String> treated,
            @Nullable SortedMap<String, String> control) {

        /** What it touched. */
        public Filter touched() {
            return filter(treated);
        }

        /** What it did not touch; empty where there is no such group. */
        public Optional<Filter> untouched() {
            return Optional.ofNullable(control).map(Intervention::filter);
        }

        private static Filter filter(SortedMap<String, String> values) {
            var allowed = new TreeMap<Dimension, Set<String>>();
            values.forEach((name, value) -> allowed.put(Dimension.named(name).orElseThrow(), Set.of(value)));
            return new Filter(allowed);
        }
    }

    public void record(String tenant, Intervention intervention, Instant now) {
        Rows.batch(
                database,
                """
                insert into intervention (id, tenant, name, at, treated, control, recorded_at)
                values (?, ?, ?, ?, ?::jsonb, ?::jsonb, ?)""",
                List.of(intervention),
                (statement, row) -> {
                    statement.setString(1, row.interventionId());
                    statement.setString(2, tenant);
                    statement.setString(3, row.name());
                    statement.setObject(4, Rows.time(row.at()));
                    statement.setString(5, Documents.write(row.treated()));
                    statement.setString(6, row.control() == null ? null : Documents.write(row.control()));
                    statement.setObject(7, Rows.time(now));
                });
    }

    /** All of a tenant, the latest first. */
    public List<Intervention> list(String tenant) {
        return Queries.find(
                database,
                "select * from intervention where tenant = ? order by at desc, id",
                List.of(tenant),
                Interventions::read);
    }

    /** One of a tenant; empty where there is none of that id. */
    public Optional<Intervention> find(String tenant, String id) {
        var parameters = new ArrayList<@Nullable Object>(List.of(tenant, id));
        return Queries.find(
                        database,
                        "select * from intervention where tenant = ? and id = ?",
                        parameters,
                        Interventions::read)
                .stream()
                .findFirst();
    }

    /** Whether there was one of that id. */
    public boolean delete(String tenant, String id) {
        boolean known = find(tenant, id).isPresent();
        Rows.batch(database, "delete from intervention where tenant = ? and id = ?", List.of(id), (statement, row) -> {
            statement.setString(1, tenant);
            statement.setString(2, row);
        });
        return known;
    }

    private static Intervention read(ResultSet row) throws SQLException {
        var values = new TypeReference<TreeMap<String, String>>() {};
        String control = row.getString("control");
        return new Intervention(
                row.getString("id"),
                row.getString("name"),
                requireNonNull(Queries.time(row, "at")),
                Documents.read(row.getString("treated"), values),
                control == null ? null : Documents.read(control, values));
    }
}
