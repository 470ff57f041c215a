package io.throughline.servicekit.access;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a token allows. A scope is also the name of a security role, so that a resource says
 * {@code @RolesAllowed(Scope.Role.READ)}.
 */
public enum Scope {
    /** Send contact events, and ask for routes: each is a decision on the record. */
    SEND(Role.SEND),
    /** Ask for customers, journeys and KPIs. */
    READ(Role.READ),
    /** Erase customers, change rules and connections. */
    ADMINISTER(Role.ADMINISTER);

    private final String role;

    Scope(String role) {
        this.role = role;
    }

    /** The scope's name in a token file, and the name of the role it gives. */
    public String role() {
        return role;
    }

    static Optional<Scope> named(String name) {
        return Arrays.stream(values()).filter(scope -> scope.role.equals(name)).findFirst();
    }

    /** The roles as constants, because annotations take no enum's method. */
    public static final class Role {
        public static final String SEND = "send";
        public static final String READ = "read";
        public static final String ADMINISTER = "administer";

        private Role() {}
    }
}
