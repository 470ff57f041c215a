package io.throughline.testkit.postgres;

/** A database with a user of the same name who owns it and may reach no other through ownership. */
public record Database(String jdbcUrl, String username, String password) {

    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return jdbcUrl + " as " + username;
    }
}
