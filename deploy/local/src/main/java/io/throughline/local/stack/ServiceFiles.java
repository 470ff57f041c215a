package io.throughline.local.stack;

import io.throughline.contracts.json.ContractJson;
import io.throughline.local.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The files that services read: who may call, and from which platforms webhooks come. Written from the credentials. */
final class ServiceFiles {

    /** What {@code throughline.intake.connections-file} holds. */
    private record Connections(List<Connection> connections) {}

    private record Connection(
            String name, String platform, String tenant, String secret, String market, String source, String maxLate) {}

    private ServiceFiles() {}

    static void write(Home home, Credentials credentials) {
        try {
            PrivateFile.write(home.tokens(), tokens(credentials).getBytes(StandardCharsets.UTF_8));
            PrivateFile.write(
                    home.connections(),
                    ContractJson.STRICT.writerWithDefaultPrettyPrinter().writeValueAsBytes(connections(credentials)));
        } catch (IOException e) {
            throw new Failure("Cannot write to " + home.directory() + ": " + e.getMessage(), e);
        }
    }

    private static String tokens(Credentials credentials) {
        return new TreeMap<>(credentials.tokens())
                .entrySet().stream()
                        .map(token -> "%s %s send,read,administer # development token%n"
                                .formatted(sha256(token.getValue()), token.getKey()))
                        .collect(Collectors.joining());
    }

    private static Connections connections(Credentials credentials) {
        return new Connections(new TreeMap<>(credentials.webhookSecrets())
                .entrySet().stream().map(ServiceFiles::connection).toList());
    }

    private static Connection connection(Map.Entry<String, String> secret) {
        var platform = secret.getKey();
        return new Connection(
                "demo",
                platform,
                Credentials.TENANT,
                secret.getValue(),
                "HK",
                "/" + platform + "/demo",
                // Recorded samples of any age can be tried out.
                "P10000D");
    }

    private static String sha256(String token) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
