package io.throughline.local.command;

import io.throughline.local.stack.Credentials;
import io.throughline.local.stack.Home;
import io.throughline.local.stack.Ports;
import io.throughline.local.stack.Stack;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts the stack. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "Start Kafka, PostgreSQL and the services; what runs already is left alone.",
        footer = {"", "Example:", "  ./throughline up --port 9090"})
public final class UpCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "${env:THROUGHLINE_PORT}",
            description = "Port of the one address; default: the last one, at first 8080.")
    private @Nullable Integer port;

    @Override
    public void run() {
        var out = spec.commandLine().getOut();
        var home = Home.fromEnvironment();
        out.println("Starting Throughline");
        var ports = new Stack(home, Home.project(), out).up(port);
        describe(home, ports, out);
    }

    /** Says where everything is. */
    static void describe(Home home, Ports ports, PrintWriter out) {
        var credentials = Credentials.load(home);
        out.printf("%nThroughline is up at %s%n%n", ports.address());
        out.printf("  Dashboard    %s%n", dashboard(ports, credentials));
        out.printf("  Token        %s   (tenant %s)%n", credentials.token(), Credentials.TENANT);
        out.printf("  Webhooks     %s/v1/webhooks/{zendesk|amazon-connect}/demo%n", ports.address());
        out.printf("               their secrets are in %s%n", home.credentials());
        out.printf("  Kafka        %s%n", ports.kafkaBootstrapServers());
        out.printf("  Logs         %s%n", home.logs());
        out.printf("%n  Send events  ./throughline import FILE%n");
        out.printf("  See KPIs     ./throughline report%n");
        out.printf("  Stop         ./throughline down   (data stay)%n");
        out.flush();
    }

    /** The link that opens the dashboard: a browser keeps to itself what stands after the number sign. */
    static String dashboard(Ports ports, Credentials credentials) {
        return ports.address() + "/#token=" + credentials.token();
    }
}
