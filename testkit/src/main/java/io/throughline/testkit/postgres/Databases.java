package io.throughline.testkit.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** Makes databases on a PostgreSQL server. */
public final class Databases {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final Pattern PASSWORD = Pattern.compile("[A-Za-z0-9_-]+");

    private Databases() {}

    /**
     * Makes the database and its owning user of the same name where they are absent, and sets the user's password.
     * What the database holds stays.
     *
     * @param superuser connections that may create databases and roles
     * @throws IllegalArgumentException for a name or password with characters that would need quoting in SQL: both
     *     stand in statements that take no parameters
     */
    public static void create(DataSource superuser, String name, String password) throws SQLException {
        require(NAME, name, "database name");
        require(PASSWORD, password, "password");
        try (var connection = superuser.getConnection()) {
            if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", name)) {
                execute(connection, "CREATE ROLE " + name + " LOGIN");
            }
            execute(connection, "ALTER ROLE " + name + " PASSWORD '" + password + "'");
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
                execute(connection, "CREATE DATABASE " + name + " OWNER " + name);
            }
        }
    }

    private static void require(Pattern pattern, String value, String what) {
        if (!pattern.matcher(value).matches()) {
            throw new IllegalArgumentException("A " + what + " must match " + pattern);
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
