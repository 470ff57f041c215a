package io.throughline.local.stack;

import io.throughline.contracts.json.ContractJson;
import io.throughline.local.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Secrets of a local stack, made when it first starts and kept as long as its data: identifiers become other tokens
 * under another key.
 *
 * @param tokens access tokens by tenant
 * @param tokenKey base64 of the 32 bytes from which the tenants' keys for identifiers are derived
 * @param databasePassword of every service's database user
 * @param webhookSecrets secrets that the demo connections sign with, by platform
 */
public record Credentials(
        Map<String, String> tokens, String tokenKey, String databasePassword, Map<String, String> webhookSecrets) {

    /** The tenant of the development token and the demo connections. */
    public static final String TENANT = "demo";

    private static final List<String> PLATFORMS = List.of("amazon-connect", "zendesk");

    public Credentials {
        tokens = Map.copyOf(tokens);
        webhookSecrets = Map.copyOf(webhookSecrets);
    }

    /** The development token. */
    public String token() {
        var token = tokens.get(TENANT);
        if (token == null) {
            throw new Failure("credentials.json has no token for the tenant " + TENANT
                    + ": add one, or delete the file and start again.");
        }
        return token;
    }

    /** The kept secrets; made now if there are none. */
    static Credentials loadOrCreate(Home home) {
        if (Files.exists(home.credentials())) {
            return load(home);
        }
        var made = create();
        try {
            PrivateFile.write(
                    home.credentials(),
                    ContractJson.STRICT.writerWithDefaultPrettyPrinter().writeValueAsBytes(made));
        } catch (IOException e) {
            throw new Failure("Cannot write " + home.credentials() + ": " + e.getMessage(), e);
        }
        return made;
    }

    /** The kept secrets of a stack that was started before. */
    public static Credentials load(Home home) {
        try {
            return ContractJson.STRICT.readValue(home.credentials().toFile(), Credentials.class);
        } catch (IOException e) {
            throw new Failure(
                    Files.exists(home.credentials())
                            ? "Cannot read " + home.credentials() + ": " + e.getMessage()
                            : "There is no local stack in " + home.directory() + " yet: start it with ./throughline up",
                    e);
        }
    }

    private static Credentials create() {
        var random = new SecureRandom();
        var secrets = new TreeMap<String, String>();
        PLATFORMS.forEach(platform -> secrets.put(platform, word(random, 24)));
        return new Credentials(
                Map.of(TENANT, "dev_" + word(random, 24)),
                Base64.getEncoder().encodeToString(bytes(random, 32)),
                word(random, 24),
                secrets);
    }

    private static String word(SecureRandom random, int length) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(random, length));
    }

    private static byte[] bytes(SecureRandom random, int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
