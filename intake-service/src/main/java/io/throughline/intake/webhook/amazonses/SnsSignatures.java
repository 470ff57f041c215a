package io.throughline.intake.webhook.amazonses;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.throughline.intake.webhook.Connection;
import io.throughline.intake.webhook.Message;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * SNS' signatures: RSA over named fields of the message. Only messages of the connection's own topic are looked at, as
 * everybody's topics are signed by the same key. The certificate is the connection's own, or is fetched from AWS where the
 * connection says so; from no other host, for the address is in the message.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html">AWS: verifying the
 *     signatures of Amazon SNS messages</a>
 */
final class SnsSignatures {

    /** Settings: the ARN of the topic, a certificate in PEM, and "fetch" to have certificates fetched. */
    static final Set<String> SETTINGS = Set.of("topicArn", "certificate", "certificates");

    private static final Pattern HOST = Pattern.compile("sns\\.[a-z0-9-]{1,32}\\.amazonaws\\.com(\\.cn)?");
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int MAX_CERTIFICATES = 16;
    private static final List<String> NOTIFICATION =
            List.of("Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type");
    private static final List<String> CONFIRMATION =
            List.of("Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type");

    private final ConcurrentHashMap<URI, X509Certificate> fetched = new ConcurrentHashMap<>();

    /** Whether SNS signed the message, for the connection's topic. */
    boolean areValid(Message envelope, Connection connection) {
        String signature = envelope.text("Signature");
        if (signature == null || !isOwnTopic(envelope, connection)) {
            return false;
        }
        try {
            X509Certificate certificate = certificate(envelope, connection);
            if (certificate == null) {
                return false;
            }
            certificate.checkValidity();
            var verifier = Signature.getInstance(
                    "2".equals(envelope.text("SignatureVersion")) ? "SHA256withRSA" : "SHA1withRSA");
            verifier.initVerify(certificate);
            verifier.update(signed(envelope).getBytes(UTF_8));
            return verifier.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
            return false;
        }
    }

    static boolean isOwnTopic(Message envelope, Connection connection) {
        String topic = connection.setting("topicArn");
        return topic != null && topic.equals(envelope.text("TopicArn"));
    }

    /** An address of SNS itself, over HTTPS; empty for any other. */
    static Optional<URI> address(@Nullable String text) {
        try {
            return Optional.ofNullable(text)
                    .map(URI::create)
                    .filter(uri -> "https".equals(uri.getScheme())
                            && uri.getHost() != null
                            && HOST.matcher(uri.getHost()).matches()
                            && uri.getUserInfo() == null
                            && uri.getPort() == -1);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The signed fields, sorted, name and value on a line each. */
    private static String signed(Message envelope) {
        var text = new StringBuilder();
        for (String field : envelope.word("Type").equals("notification") ? NOTIFICATION : CONFIRMATION) {
            Object value = envelope.tree().get(field);
            if (value != null) {
                text.append(field).append('\n').append(value).append('\n');
            }
        }
        return text.toString();
    }

    private @Nullable X509Certificate certificate(Message envelope, Connection connection)
            throws GeneralSecurityException, IOException {
        String own = connection.setting("certificate");
        if (own != null) {
            return parsed(own.getBytes(UTF_8));
        }
        URI address = address(envelope.text("SigningCertURL")).orElse(null);
        if (address == null
                || !address.getPath().endsWith(".pem")
                || !"fetch".equals(connection.setting("certificates"))) {
            return null;
        }
        X509Certificate known = fetched.get(address);
        if (known != null) {
            return known;
        }
        X509Certificate certificate = parsed(fetch(address));
        if (fetched.size() < MAX_CERTIFICATES) {
            fetched.put(address, certificate);
        }
        return certificate;
    }

    private byte[] fetch(URI address) throws IOException {
        try (var client = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build()) {
            var request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
            return client.send(request, BodyHandlers.ofByteArray()).body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static X509Certificate parsed(byte[] pem) throws GeneralSecurityException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem));
    }
}
