package io.throughline.servicekit.sink;

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
public final class Rows {

    /** Binds one row to the parameters of a statement. */
    @FunctionalInterface
    public interface Binder<R> {
        void bind(PreparedStatement statement, R row) throws SQLException;
    }

    private Rows() {}

    /**
     * Carries out the statement once for every row.
     *
     * @throws IllegalStateException with the database's exception as its cause
     */
    public static <R> void batch(DataSource database, String sql, Collection<R> rows, Binder<R> binder) {
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

    /** Carries out a statement without parameters. */
    public static void run(DataSource database, String sql) {
        batch(database, sql, Set.of(sql), (statement, once) -> {});
    }

    /** Carries out a statement, whose one parameter is an array of keys, once for all of them. */
    public static void forKeys(DataSource database, String sql, Set<String> keys) {
        if (!keys.isEmpty()) {
            batch(database, sql, Set.of(keys), (statement, all) -> statement.setArray(1, texts(statement, all)));
        }
    }

    /** A {@code varchar[]} parameter. */
    public static Array texts(PreparedStatement statement, String[] texts) throws SQLException {
        return statement.getConnection().createArrayOf("varchar", texts);
    }

    /** The same of a collection, in its order. */
    public static Array texts(PreparedStatement statement, Collection<String> texts) throws SQLException {
        return texts(statement, texts.toArray(String[]::new));
    }

    /** A {@code timestamptz} parameter. */
    public static @Nullable Object time(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
