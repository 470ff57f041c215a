package io.throughline.systemtests;

import java.util.Locale;

/** Each test has a tenant of its own, so that many tests share a stack. */
enum Tenant {
    /** Whose connections the local stack sets up. */
    DEMO,
    MONTH,
    IMPORT,
    CRASH,
    INSTANCES,
    UNLINK,
    INPUT,
    TRACE,
    ALERTS,
    PRIVACY,
    /** Has nothing until the dashboard is open. */
    LIVE;

    /** As in keys and records. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its access token, with every scope. */
    String token() {
        return "token-of-" + id();
    }
}
