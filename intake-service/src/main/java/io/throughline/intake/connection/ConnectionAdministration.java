package io.throughline.intake.connection;

import io.throughline.intake.webhook.Connection;
import io.throughline.intake.webhook.ConnectionsReader;
import io.throughline.intake.webhook.ConnectionsReader.Mistake;
import io.throughline.servicekit.problem.Problem.FieldError;
import io.throughline.servicekit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Makes, changes and removes the connections of a tenant. */
@ApplicationScoped
class ConnectionAdministration {

    private static final Logger LOG = Logger.getLogger(ConnectionAdministration.class);
    private static final int SECRET_BYTES = 32;
    private static final Duration LONGEST_OVERLAP = Duration.ofDays(30);

    private final ConnectionFile file;
    private final ConnectionStore store;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ConnectionAdministration(ConnectionFile file, ConnectionStore store, Clock clock) {
        this.file = file;
        this.store = store;
        this.clock = clock;
    }

    /** A tenant's connections, wherever they are kept. */
    List<ConnectionView> of(String tenant) {
        var ofFile = file.all().stream()
                .map(registered -> registered.connection())
                .filter(connection -> connection.tenant().equals(tenant))
                .map(ConnectionView::ofFile);
        return Stream.concat(ofFile, store.of(tenant).stream().map(ConnectionView::of))
                .toList();
    }

    ConnectionView one(String tenant, String platform, String name) {
        return ConnectionView.of(entry(tenant, platform, name));
    }

    /**
     * Makes a connection.
     *
     * @param asked fields as in the connections file, without tenant; without a secret intake chooses one
     */
    ConnectionView create(String tenant, Map<String, ?> asked) {
        var fields = new LinkedHashMap<String, Object>(asked);
        for (String notAsked : List.of("tenant", "previousSecret")) {
            if (fields.containsKey(notAsked)) {
                throw ProblemException.invalid(notAsked, "cannot be chosen", "Leave it out.");
            }
        }
        fields.put("tenant", tenant);
        var chosen = fields.get("secret") == null ? randomSecret() : null;
        if (chosen != null) {
            fields.put("secret", chosen);
        }
        var connection = read(fields);
        var key = StoredConnection.key(tenant, connection.platform(), connection.name());
        if (store.entry(tenant, connection.platform(), connection.name()).isPresent()) {
            throw ProblemException.conflict(
                    "There is a connection of this platform and name already.",
                    "Choose another name, rotate its secret, or remove it first.");
        }
        var sealed = store.sealed(key, new ConnectionStore.Fields(fields, null, null));
        store.put(
                new StoredConnection(tenant, connection.platform(), connection.name(), clock.instant(), null, sealed));
        LOG.infof("connection %s was made", key);
        return one(tenant, connection.platform(), connection.name()).withSecret(chosen);
    }

    /**
     * Gives a connection another secret; the present one stays valid for a while.
     *
     * @param asked the new secret; null to have one chosen
     * @param keepOld how long; at most 30 days
     */
    ConnectionView rotate(String tenant, String platform, String name, @Nullable String asked, Duration keepOld) {
        if (keepOld.isNegative() || keepOld.compareTo(LONGEST_OVERLAP) > 0) {
            throw ProblemException.invalid("keepOldFor", "is out of range", "Send PT0S to P30D.");
        }
        var entry = entry(tenant, platform, name);
        var chosen = asked == null ? randomSecret() : null;
        var fields = new LinkedHashMap<>(entry.fields());
        fields.put("secret", asked == null ? String.valueOf(chosen) : asked);
        read(fields);
        Instant now = clock.instant();
        var key = entry.stored().key();
        var sealed = store.sealed(
                key, new ConnectionStore.Fields(fields, entry.connection().secret(), now.plus(keepOld)));
        store.put(new StoredConnection(tenant, platform, name, entry.stored().createdAt(), now, sealed));
        LOG.infof("connection %s has another secret", key);
        return one(tenant, platform, name).withSecret(chosen);
    }

    /** Removes a connection: what its platform sends from now on is answered 404. */
    void remove(String tenant, String platform, String name) {
        var key = entry(tenant, platform, name).stored().key();
        store.remove(key);
        LOG.infof("connection %s was removed", key);
    }

    private ConnectionStore.Entry entry(String tenant, String platform, String name) {
        return store.entry(tenant, platform, name).orElseThrow(() -> {
            if (file.find(platform, name)
                    .filter(registered -> registered.connection().tenant().equals(tenant))
                    .isPresent()) {
                return ProblemException.conflict(
                        "This connection is kept in the operator's connections file.", "Change it there.");
            }
            return ProblemException.notFound("There is no such connection.");
        });
    }

    private static Connection read(Map<String, ?> fields) {
        var mistakes = new ArrayList<Mistake>();
        var connection = ConnectionsReader.readOne(fields, mistakes);
        if (connection == null) {
            var errors = mistakes.stream()
                    .map(mistake -> new FieldError(mistake.field(), mistake.what(), null))
                    .toList();
            throw errors.size() == 1
                    ? ProblemException.invalid(
                            String.valueOf(errors.getFirst().field()),
                            errors.getFirst().detail(),
                            "See docs/adapters.md for the fields of a connection.")
                    : ProblemException.invalid(errors);
        }
        return connection;
    }

    private String randomSecret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
