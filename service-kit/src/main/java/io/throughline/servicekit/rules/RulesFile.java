package io.throughline.servicekit.rules;

import io.throughline.servicekit.settings.Section;
import io.throughline.servicekit.settings.Settings;
import io.throughline.servicekit.settings.Sha256;
import java.util.List;
import java.util.function.Function;

/**
 * A tenant's rules as a file says them.
 *
 * @param <R> what a service makes of the versions
 * @param tenant whose
 * @param identifiers what intake-service needs
 * @param rules what else the service needs
 * @param digest tells two texts apart: SHA-256 in hex
 */
public record RulesFile<R>(String tenant, IdentifierRules identifiers, R rules, String digest) {

    /**
     * Reads a file's text.
     *
     * @param name of the file, for problems
     * @param tenant whose rules they must be
     * @param versions reads section {@code versions}, of which others know nothing
     * @throws io.throughline.servicekit.settings.SettingsException when anything is wrong
     */
    public static <R> RulesFile<R> read(String name, String tenant, String text, Function<Section, R> versions) {
        return Settings.read(name, text, file -> {
            file.require("tenant", "the tenant's name, here " + tenant)
                    .ifPresent(value -> value.as(found -> same(tenant, found), tenant + ", as the file is named"));
            return new RulesFile<>(tenant, IdentifierRules.read(file), versions.apply(file), Sha256.of(text));
        });
    }

    /** For services that have no use for the versions, and leave checking them to journey-service. */
    public static List<Object> withoutVersions(Section file) {
        file.get("versions");
        return List.of();
    }

    private static String same(String tenant, String found) {
        if (!found.equals(tenant)) {
            throw new IllegalArgumentException("another tenant");
        }
        return found;
    }
}
