package io.throughline.local.bench;

import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.topic.Topics;
import io.throughline.local.client.Pipeline;
import io.throughline.local.stack.Home;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;

/** journey-service in a lab: what the measurements of it do with it. */
final class JourneyRun implements AutoCloseable {

    private static final String SERVICE = "journey";
    private static final String GROUP = "journey-bench";
    private static final int LINGER_MILLIS = 5;

    private final Lab lab;
    private final PrintWriter progress;
    private final Duration limit;
    private final Map<String, String> environment;
    private final Admin admin;
    private final EventProducer producer;

    /** @param limit of one watch */
    private JourneyRun(Lab lab, PrintWriter progress, Duration limit, boolean readModel) {
        this.lab = lab;
        this.progress = progress;
        this.limit = limit;
        this.environment = new TreeMap<>(Map.of("QUARKUS_KAFKA_STREAMS_APPLICATION_ID", GROUP));
        if (!readModel) {
            environment.putAll(WithoutChannels.environment("journeys-to-read-model", "identities-to-read-model"));
        }
        this.admin = lab.admin();
        this.producer = new EventProducer(lab.kafka(), LINGER_MILLIS);
    }

    /**
     * A new lab with an empty log; the service does not run yet.
     *
     * @param readModel whether it will write its read model
     */
    static JourneyRun open(PrintWriter progress, Duration limit, boolean readModel) {
        var lab = Lab.open();
        try {
            lab.createTopic(Topics.CONTACT_EVENTS);
            return new JourneyRun(lab, progress, limit, readModel);
        } catch (RuntimeException e) {
            lab.close();
            throw e;
        }
    }

    Lab lab() {
        return lab;
    }

    void start() {
        lab.start(List.of(SERVICE), environment);
    }

    void stop() {
        lab.stop(SERVICE);
    }

    /** Puts events on the log. */
    void send(Iterator<ContactEvent> events, long count) {
        producer.send(events, count);
    }

    /** Watches the running service work off what is on the log. */
    Course watch(String what) {
        return sendAndWatch(what, List.<ContactEvent>of().iterator(), 0);
    }

    /** Puts events on the log and watches the running service work them off. */
    Course sendAndWatch(String what, Iterator<ContactEvent> events, long count) {
        var course = Course.watch(
                admin, Topics.CONTACT_EVENTS, GROUP, lab.process(SERVICE), limit, () -> send(events, count));
        said(what, course);
        return course;
    }

    /** Waits until the read model has what was stitched; it may be behind a backlog. */
    void awaitReadModel() {
        long began = System.nanoTime();
        Pipeline.awaitDrained(lab.kafka(), limit);
        progress.printf("  %-34s %,11.1f s later%n", "read model", (System.nanoTime() - began) / 1e9);
    }

    /** Watches the pass-through work off the log; the service is to be stopped before. */
    Course watchPassThrough(int hops) {
        lab.createTopic(PassThrough.OUTPUT, Topics.CONTACT_EVENTS.partitions());
        var arguments = new ArrayList<String>();
        arguments.add(Topics.CONTACT_EVENTS.name());
        arguments.add(Integer.toString(hops));
        arguments.addAll(BuiltSettings.of("journey-service", Home.project()));
        arguments.add("bootstrap.servers=" + lab.kafka());
        arguments.add("state.dir=" + lab.directory("pass-through"));
        lab.startProgram("pass-through", SERVICE, PassThrough.class, arguments);
        var course = Course.watch(
                admin, Topics.CONTACT_EVENTS, PassThrough.GROUP, lab.process("pass-through"), limit, () -> {});
        said("pass-through", course);
        lab.stop("pass-through");
        return course;
    }

    /** Bytes of the files in which the service keeps its state; to be asked once it is stopped. */
    long stateBytes() {
        return lab.stateBytes(SERVICE);
    }

    private void said(String what, Course course) {
        var cost = course.costAfter(0);
        progress.printf(
                "  %-34s %,11d events, %,9.0f events/s, %6.1f µs of CPU each%s%n",
                what,
                cost.events(),
                cost.eventsPerSecond(),
                cost.cpuMicrosPerEvent(),
                course.drained() ? "" : ", cut off");
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
        lab.close();
    }
}
