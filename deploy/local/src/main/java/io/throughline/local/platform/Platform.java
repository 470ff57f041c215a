package io.throughline.local.platform;

import io.throughline.local.gateway.Gateway;
import io.throughline.local.stack.Credentials;
import io.throughline.local.stack.Home;
import io.throughline.local.stack.Ports;
import io.throughline.local.stack.Service;
import io.throughline.testkit.kafka.KafkaBroker;
import io.throughline.testkit.otlp.OtlpReceiver;
import io.throughline.testkit.postgres.PostgresServer;
import java.util.concurrent.CompletableFuture;

/**
 * Kafka, PostgreSQL, the collector of traces and the gateway in this process; the gateway comes last, so that its answer
 * says all are up.
 */
public final class Platform implements AutoCloseable {

    /** Some 50 MB. */
    private static final int MOST_SPANS = 50_000;

    private final KafkaBroker kafka;
    private final PostgresServer postgres;
    private final OtlpReceiver traces;
    private final Gateway gateway;

    private Platform(KafkaBroker kafka, PostgresServer postgres, OtlpReceiver traces, Gateway gateway) {
        this.kafka = kafka;
        this.postgres = postgres;
        this.traces = traces;
        this.gateway = gateway;
    }

    /** Starts all on the ports and data of the home. */
    public static Platform start(Home home) {
        var ports = Ports.load(home);
        var credentials = Credentials.load(home);
        var kafka = CompletableFuture.supplyAsync(() -> KafkaBroker.in(home.kafka(), ports.kafka()));
        var postgres = PostgresServer.in(home.postgres(), ports.postgres());
        Service.WITH_DATABASE.forEach(name -> postgres.database(name, credentials.databasePassword()));
        var traces = OtlpReceiver.start(ports.otlp(), MOST_SPANS);
        return new Platform(kafka.join(), postgres, traces, Gateway.start(ports.gateway(), ports.services()));
    }

    @Override
    public void close() {
        gateway.close();
        traces.close();
        kafka.close();
        postgres.close();
    }
}
