package io.throughline.servicekit.access;

import io.throughline.servicekit.settings.Sha256;
import io.throughline.servicekit.settings.TenantName;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The tokens that a service accepts, by the SHA-256 of each. A line of the file is
 *
 * <pre>{@code <sha256 of the token, 64 hex digits> <tenant> <scope,scope,…>  # remark}</pre>
 *
 * <p>Blank lines and lines that begin with {@code #} are ignored. Only hashes are kept: a token is a long random
 * string, so a plain hash gives nothing away, and the time a look-up takes depends on the hash alone.
 */
final class AccessTokens {

    /** What one token stands for. */
    record Grant(String tenant, Set<Scope> scopes) {
        Grant {
            scopes = Set.copyOf(scopes);
        }
    }

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final Map<String, Grant> grantsByHash;

    private AccessTokens(Map<String, Grant> grantsByHash) {
        this.grantsByHash = Map.copyOf(grantsByHash);
    }

    static AccessTokens none() {
        return new AccessTokens(Map.of());
    }

    /**
     * Reads the text of a token file.
     *
     * @throws IllegalArgumentException with one sentence for every bad line, each naming its line number; no hash is
     *     repeated in them
     */
    static AccessTokens parse(String text) {
        var grants = new HashMap<String, Grant>();
        var errors = new ArrayList<String>();
        var lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            var line = withoutRemark(lines.get(i));
            if (!line.isEmpty()) {
                var error = addLine(line, grants);
                if (!error.isEmpty()) {
                    errors.add("line " + (i + 1) + ": " + error);
                }
            }
        }
        if (!errors.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", errors));
        }
        return new AccessTokens(grants);
    }

    /** The grant of a presented token; empty when no such token was given out. */
    Optional<Grant> find(String token) {
        return Optional.ofNullable(grantsByHash.get(Sha256.of(token)));
    }

    int size() {
        return grantsByHash.size();
    }

    private static String withoutRemark(String line) {
        int remark = line.indexOf('#');
        return (remark < 0 ? line : line.substring(0, remark)).strip();
    }

    /** Adds what a line grants and answers what is wrong with it, or an empty text. */
    private static String addLine(String line, Map<String, Grant> grants) {
        var parts = line.split("\\s+", -1);
        if (parts.length != 3) {
            return "expected three words: the token's SHA-256 in hex, the tenant, the scopes; found " + parts.length;
        }
        if (!HASH.matcher(parts[0]).matches()) {
            return "the first word is not a SHA-256 of 64 lower-case hex digits (the token itself does not belong here)";
        }
        if (!TenantName.isValid(parts[1])) {
            return "tenant '%s' must be %s".formatted(parts[1], TenantName.EXPECTED);
        }
        var scopes = EnumSet.noneOf(Scope.class);
        for (var name : List.of(parts[2].split(",", -1))) {
            var scope = Scope.named(name);
            if (scope.isEmpty()) {
                return "unknown scope '%s'; known are send, read, administer".formatted(name);
            }
            scopes.add(scope.get());
        }
        if (grants.putIfAbsent(parts[0], new Grant(parts[1], scopes)) != null) {
            return "the same token is granted on an earlier line";
        }
        return "";
    }
}
