package io.throughline.servicekit.sink;

import java.sql.SQLException;

/** What the database says is wrong, from the chain of an exception's causes. */
public final class SqlState {

    private SqlState() {}

    /** The SQLSTATE; empty where there is none. */
    public static String of(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return "";
    }

    /** Whether the database is away or has nothing left to give: the same may succeed later. */
    public static boolean isUnavailable(Throwable error) {
        var state = of(error);
        return state.isEmpty()
                ? isOfThePool(error)
                : state.startsWith("08") || state.startsWith("53") || state.startsWith("57");
    }

    /** The database's own exceptions have a state; those of the pool, which had no connection in time, have none. */
    private static boolean isOfThePool(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException) {
                return true;
            }
        }
        return false;
    }
}
