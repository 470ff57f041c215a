package io.throughline.intake.source;

import io.throughline.intake.source.asterisk.Ami;
import io.throughline.intake.webhook.Message;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jboss.logging.Logger;

/**
 * Connects to Asterisk's manager interface, logs in and takes its events, one after the other. Asterisk does not repeat
 * what happened while nobody was connected: the queue log beside it does.
 */
final class AmiFeed implements Feed {

    private static final Logger LOG = Logger.getLogger(AmiFeed.class);
    private static final int CONNECT_MILLIS = 5_000;
    private static final int SILENCE_MILLIS = 30_000;
    private static final int MAX_BLOCK = 200;

    private final SourceEntry entry;
    private final Ami adapter;
    private final FeedIntake intake;
    private final Clock clock;

    AmiFeed(SourceEntry entry, FeedIntake intake, Clock clock) {
        this.entry = entry;
        this.adapter = new Ami(entry.trunks());
        this.intake = intake;
        this.clock = clock;
    }

    /** Stays connected as long as it can; connecting again is the caller's. */
    @Override
    public boolean takeWhatIsThere() throws IOException, InterruptedException {
        try (var socket = connected()) {
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            OutputStream out = socket.getOutputStream();
            in.readLine(); // Asterisk Call Manager and its version
            send(
                    out,
                    "Action: Login\r\nUsername: " + entry.user() + "\r\nSecret: "
                            + entry.connection().secret() + "\r\nEvents: on\r\n\r\n");
            boolean asked = false;
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    take(block(in));
                    asked = false;
                } catch (SocketTimeoutException e) {
                    if (asked) {
                        throw new IOException("Asterisk is silent", e);
                    }
                    asked = true;
                    send(out, "Action: Ping\r\n\r\n");
                }
            }
            return false;
        }
    }

    private Socket connected() throws IOException {
        String host = Objects.requireNonNull(entry.host());
        var socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(host, entry.port()), CONNECT_MILLIS);
            socket.setSoTimeout(SILENCE_MILLIS);
            return entry.tls() ? encrypted(socket, host) : socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** The login tells the secret, so the certificate has to be the host's: by itself, a socket takes any valid one. */
    private Socket encrypted(Socket socket, String host) throws IOException {
        var factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        var encrypted = (SSLSocket) factory.createSocket(socket, host, entry.port(), true);
        var parameters = encrypted.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        encrypted.setSSLParameters(parameters);
        encrypted.startHandshake();
        return encrypted;
    }

    private void take(Map<String, String> block) throws IOException, InterruptedException {
        var headers = Message.of(block);
        if (headers.has("Response")) {
            if (headers.word("Response").equals("error")) {
                throw new IOException("Asterisk refuses user and secret");
            }
            if (headers.word("Message").contains("accepted")) {
                LOG.infof("source %s is connected", entry.name());
            }
        } else if (headers.has("Event")) {
            intake.take(entry.connection(), adapter.translate(headers, clock.instant()), 1_000);
        }
    }

    /** Headers up to an empty line; of a name given twice the last one. */
    private static Map<String, String> block(BufferedReader in) throws IOException {
        var headers = new LinkedHashMap<String, String>();
        for (int i = 0; i < MAX_BLOCK; i++) {
            String line = in.readLine();
            if (line == null) {
                throw new IOException("Asterisk closed the connection");
            }
            if (line.isEmpty()) {
                return headers;
            }
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).strip(),
                        line.substring(colon + 1).strip());
            }
        }
        return headers;
    }

    private static void send(OutputStream out, String action) throws IOException {
        out.write(action.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
