package io.throughline.local.bench;

import io.throughline.contracts.topic.Topic;
import io.throughline.contracts.topic.Topics;
import io.throughline.local.Failure;
import io.throughline.local.bench.JourneysResult.Rate;
import io.throughline.local.stack.Home;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;

/** The measurements of feedback-service, one after the other. */
final class FeedbackBench {

    private static final String SERVICE = "feedback";
    /** The name of its consumer group here, whatever the built service is called. */
    private static final String GROUP = "feedback-bench";

    /** From the journey to the cells, as the service does it. */
    private static final int HOPS = 2;

    /** Of a log that is worked off in one go, this share warms up the process. */
    private static final double WARM_UP = 1.0 / 3;

    /** What the read model takes in, by the end of the consumer group's name. */
    private static final Map<String, Topic<?>> READ_MODEL = Map.of(
            ".journeys", Topics.CONTACT_JOURNEYS,
            ".kpis", Topics.FEEDBACK_KPIS,
            ".ledger", Topics.FEEDBACK_KPI_REVISIONS);

    /** Longest time for the rest of a log that was cut off and for the read model, before the latency is measured. */
    private static final Duration REST = Duration.ofMinutes(5);

    private static final int LINGER_MILLIS = 5;
    private static final Duration LATENCY_WARM_UP = Duration.ofSeconds(40);

    /**
     * What is measured.
     *
     * @param journeys on the log, each in two revisions
     * @param yearJourneys in the read model when it is asked
     * @param limit longest time for working off a log
     * @param latency how long journeys are sent for the latency
     * @param readModel whether the service writes its read model while it counts, as it does in production
     */
    record Plan(long journeys, long yearJourneys, Duration limit, Duration latency, boolean readModel, long seed) {}

    private final Plan plan;
    private final PrintWriter progress;
    private final OrdinaryJourneys journeys;

    FeedbackBench(Plan plan, PrintWriter progress) {
        this.plan = plan;
        this.progress = progress;
        this.journeys = new OrdinaryJourneys(plan.seed());
    }

    FeedbackResult run() {
        try (var lab = Lab.open();
                var admin = lab.admin()) {
            lab.createTopic(Topics.CONTACT_JOURNEYS);
            fillLog(lab);
            var passThrough = watchPassThrough(lab, admin);
            lab.start(List.of(SERVICE), environment());
            var counting = watch("counting", admin, GROUP, lab, SERVICE);
            double highest = counting.costAfter(WARM_UP).eventsPerSecond();
            awaitRest(lab, admin);
            progress.println("  latency at half of the highest load");
            var latency = KpiLatency.measure(
                    lab.kafka(), journeys, plan.journeys(), highest / 2, LATENCY_WARM_UP, plan.latency());
            progress.printf("  a year of %,d journeys%n", plan.yearJourneys());
            try (var api = lab.api()) {
                var year = new YearOfJourneys(api, plan.yearJourneys());
                year.fill(lab.database(SERVICE), SERVICE, lab.databasePassword());
                return new FeedbackResult(
                        plan.seed(),
                        Runtime.getRuntime().availableProcessors(),
                        HOPS,
                        rate(counting),
                        rate(passThrough),
                        latency,
                        year.published(),
                        year.counted());
            }
        }
    }

    private void fillLog(Lab lab) {
        progress.printf("  %,d journeys to the log, twice each%n", plan.journeys());
        try (var producer = new JourneyProducer(lab.kafka(), LINGER_MILLIS)) {
            for (int revision = 1; revision <= 2; revision++) {
                for (long number = 0; number < plan.journeys(); number++) {
                    producer.send(journeys.journey(number, revision), () -> {});
                }
            }
            producer.flush();
        }
    }

    /** Else the probes would wait behind the rest, and the time measured would be its. */
    private void awaitRest(Lab lab, Admin admin) {
        progress.println("  the rest of the log, and the read model");
        var topics = new TreeMap<String, Topic<?>>(Map.of(GROUP, Topics.CONTACT_JOURNEYS));
        for (String group : groups(admin)) {
            READ_MODEL.keySet().stream().filter(group::endsWith).forEach(end -> topics.put(group, READ_MODEL.get(end)));
        }
        topics.forEach((group, topic) -> {
            if (!Course.watch(admin, topic, group, lab.process(SERVICE), REST, () -> {})
                    .drained()) {
                throw new Failure(
                        "The group %s has not worked off the log in %d s: measure fewer journeys (--journeys)."
                                .formatted(group, REST.toSeconds()));
            }
        });
    }

    private static List<String> groups(Admin admin) {
        return KafkaAnswer.to(admin.listGroups().all(), "Kafka does not tell its groups").stream()
                .map(GroupListing::groupId)
                .toList();
    }

    private Map<String, String> environment() {
        var environment = new TreeMap<>(Map.of("QUARKUS_KAFKA_STREAMS_APPLICATION_ID", GROUP));
        if (!plan.readModel()) {
            environment.putAll(WithoutChannels.environment(
                    "journeys-to-read-model", "kpis-to-read-model", "ledger-to-read-model"));
        }
        return environment;
    }

    private Course watchPassThrough(Lab lab, Admin admin) {
        lab.createTopic(PassThrough.OUTPUT, Topics.CONTACT_JOURNEYS.partitions());
        var arguments = new ArrayList<String>();
        arguments.add(Topics.CONTACT_JOURNEYS.name());
        arguments.add(Integer.toString(HOPS));
        arguments.addAll(BuiltSettings.of("feedback-service", Home.project()));
        arguments.add("bootstrap.servers=" + lab.kafka());
        arguments.add("state.dir=" + lab.directory("pass-through"));
        lab.startProgram("pass-through", SERVICE, PassThrough.class, arguments);
        var course = watch("pass-through", admin, PassThrough.GROUP, lab, "pass-through");
        lab.stop("pass-through");
        return course;
    }

    private Course watch(String what, Admin admin, String group, Lab lab, String process) {
        var course = Course.watch(admin, Topics.CONTACT_JOURNEYS, group, lab.process(process), plan.limit(), () -> {});
        var cost = course.costAfter(0);
        progress.printf(
                "  %-34s %,11d journeys, %,9.0f journeys/s, %6.1f µs of CPU each%s%n",
                what,
                cost.events(),
                cost.eventsPerSecond(),
                cost.cpuMicrosPerEvent(),
                course.drained() ? "" : ", cut off");
        return course;
    }

    private static Rate rate(Course course) {
        return Rate.of(course.costAfter(WARM_UP), course.drained());
    }
}
