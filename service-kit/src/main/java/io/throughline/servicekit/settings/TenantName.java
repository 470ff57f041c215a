package io.throughline.servicekit.settings;

import java.util.regex.Pattern;

/** What a tenant can be called. */
public final class TenantName {

    /** What it must be, for messages. */
    public static final String EXPECTED = "1 to 63 lower-case letters, digits and hyphens";

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    private TenantName() {}

    public static boolean isValid(String name) {
        return NAME.matcher(name).matches();
    }
}
