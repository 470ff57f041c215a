package io.throughline.intake.webhook.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.throughline.intake.webhook.Connection;
import io.throughline.intake.webhook.Signatures;
import io.throughline.intake.webhook.WebhookRequest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code X-Twilio-Signature}: HMAC-SHA1 in base64, keyed by the auth token. Of a form it covers the URL with each parameter's
 * name and value, sorted by name; of another body the URL alone, whose {@code bodySHA256} is the body's hash.
 *
 * <p>The URL is the one Twilio was given. Behind a gateway that is the connection's {@code publicUrl}; and Twilio is known
 * to leave a port out or to put the usual one in.
 *
 * @see <a href="https://www.twilio.com/docs/usage/webhooks/webhooks-security">Webhooks security</a>
 */
final class RequestSignature {

    private static final Pattern URL = Pattern.compile("(https?)://([^/?:]+)(:\\d+)?([/?].*)?");

    private RequestSignature() {}

    static boolean isValid(WebhookRequest request, Connection connection) {
        String parameters = "";
        if (Twilio.isForm(request)) {
            parameters = sortedParameters(new String(request.body(), UTF_8));
        } else {
            String hash = HexFormat.of().formatHex(Signatures.sha256(request.body()));
            if (!Signatures.equal(request.parameter("bodySHA256"), hash)) {
                return false;
            }
        }
        boolean valid = false;
        for (String url : urls(request, connection)) {
            byte[] expected =
                    Signatures.hmacSha1(connection.secret().getBytes(UTF_8), (url + parameters).getBytes(UTF_8));
            valid |= Signatures.equalBase64(request.header("X-Twilio-Signature"), expected);
        }
        return valid;
    }

    /** The URL as it was given, without a port, and with the usual port. */
    static List<String> urls(WebhookRequest request, Connection connection) {
        String query = request.query();
        String given = connection.publicUrl() == null
                ? request.url()
                : connection.publicUrl() + (query.isEmpty() ? "" : "?" + query);
        var urls = new ArrayList<String>();
        urls.add(given);
        Matcher parts = URL.matcher(given);
        if (parts.matches()) {
            String rest = parts.group(4) == null ? "" : parts.group(4);
            String host = parts.group(1) + "://" + parts.group(2);
            urls.add(host + rest);
            urls.add(host + (parts.group(1).equals("https") ? ":443" : ":80") + rest);
        }
        return urls;
    }

    /** Names and values without separators, by name in the order of their characters; a name given twice counts twice. */
    private static String sortedParameters(String form) {
        var parameters = new ArrayList<>(WebhookRequest.pairs(form));
        parameters.sort(Map.Entry.<String, String>comparingByKey().thenComparing(Map.Entry.comparingByValue()));
        var text = new StringBuilder();
        parameters.forEach(parameter -> text.append(parameter.getKey()).append(parameter.getValue()));
        return text.toString();
    }
}
