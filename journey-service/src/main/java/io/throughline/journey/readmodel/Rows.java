package io.throughline.journey.readmodel;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Writes by JDBC within the caller's transaction: one round trip for all rows. */
final class Rows {

    /** Rows that are gone leave an alias behind: what they were named after. */
    private static final String DELETE =
            """
            with gone as (delete from %s where key = any (?) returning key, named_after)
            insert into alias (key, named_after)
            select key, named_after from gone where named_after is not null
            on conflict (key) do update set named_after = excluded.named_after""";

    /** Binds one row to the parameters of a statement. */
    @FunctionalInterface
    interface Binder<R> {
        void bind(PreparedStatement statement, R row) throws SQLException;
    }

    private Rows() {}

    /** Deletes rows of a table by key. */
    static void delete(DataSource database, String table, Set<String> keys) {
        if (!keys.isEmpty()) {
            batch(
                    database,
                    DELETE.formatted(table),
                    Set.of(keys),
                    (statement, all) -> statement.setArray(1, texts(statement, all.toArray(String[]::new))));
        }
    }

    /** Carries out the statement once for every row. */
    static <R> void batch(DataSource database, String sql, Collection<R> rows, Binder<R> binder) {
        if (rows.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (R row : rows) {
                binder.bind(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A {@code varchar[]} parameter. */
    static Array texts(PreparedStatement statement, String[] texts) throws SQLException {
        return statement.getConnection().createArrayOf("varchar", texts);
    }

    /** A {@code timestamptz} parameter. */
    static @Nullable Object time(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
