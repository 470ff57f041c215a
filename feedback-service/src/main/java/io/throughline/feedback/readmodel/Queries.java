package io.throughline.feedback.readmodel;

import io.throughline.feedback.domain.kpi.Dimension;
import io.throughline.servicekit.sink.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads by JDBC within the caller's transaction. */
final class Queries {

    /** Reads the row at which a result stands. */
    @FunctionalInterface
    interface Reader<R> {
        R read(ResultSet row) throws SQLException;
    }

    private Queries() {}

    /** Everything that a query finds. Parameters: text, collection of text, time or number; null is an untyped null. */
    static <R> List<R> find(DataSource database, String sql, List<@Nullable Object> parameters, Reader<R> reader) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            int index = 1;
            for (Object parameter : parameters) {
                statement.setObject(index++, parameter(connection, parameter));
            }
            var found = new ArrayList<R>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Five parameters, one for each dimension; null where it has no value. */
    static void bindDimensions(PreparedStatement statement, int from, Map<String, String> values) throws SQLException {
        int index = from;
        for (Dimension dimension : Dimension.values()) {
            statement.setString(index++, values.get(dimension.key()));
        }
    }

    /** A {@code timestamptz} of a result; null where there is none. */
    static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable Object parameter(Connection connection, @Nullable Object parameter) throws SQLException {
        if (parameter instanceof Instant time) {
            return Rows.time(time);
        }
        if (parameter instanceof Collection<?> many) {
            boolean times = many.stream().allMatch(Instant.class::isInstance);
            Object[] values = many.stream()
                    .map(one -> one instanceof Instant time ? Rows.time(time) : one)
                    .toArray();
            return connection.createArrayOf(times && values.length > 0 ? "timestamptz" : "text", values);
        }
        return parameter;
    }
}
