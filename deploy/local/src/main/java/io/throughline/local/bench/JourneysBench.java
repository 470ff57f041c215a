package io.throughline.local.bench;

import io.throughline.local.Failure;
import io.throughline.local.bench.JourneysResult.Extreme;
import io.throughline.local.bench.JourneysResult.Latency;
import io.throughline.local.bench.JourneysResult.Rate;
import io.throughline.local.bench.JourneysResult.Size;
import io.throughline.local.stack.Credentials;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The measurements of journey-service, one after the other, each in what time it has. */
final class JourneysBench {

    /** Of a log that is worked off in one go, this share warms up the process. */
    private static final double WARM_UP = 1.0 / 2;

    private static final double HALF = 0.5;

    /** In each chat of the customer who is taken apart: with them an issue has forty events. */
    private static final int MESSAGES = 32;

    /** The services have just started when a customer is taken apart for the first time. */
    private static final int WARM_UP_TIMES = 2;

    /** As deploy/compose has it: with every trace kept, each of some hundred thousand records makes spans. */
    private static final String TRACES_KEPT = "0.01";

    /**
     * What is measured.
     *
     * @param sizes of the log, in events, rising
     * @param limit longest time for one measurement
     * @param hops of the pass-through
     * @param probe events by which the cost at a size is measured, after as many to warm up
     * @param busy events of the busy customer; 0 for none
     * @param sharers people with one phone between them; 0 for none
     * @param unlinked issues of a customer who is taken apart; 0 for none
     * @param readModel whether the service writes its read model to PostgreSQL, as it does in production
     */
    record Plan(
            List<Long> sizes,
            Duration limit,
            int hops,
            long probe,
            long busy,
            long sharers,
            int unlinked,
            boolean readModel,
            long seed) {}

    private final Plan plan;
    private final PrintWriter progress;

    JourneysBench(Plan plan, PrintWriter progress) {
        this.plan = plan;
        this.progress = progress;
    }

    JourneysResult run() {
        var sizes = new ArrayList<Size>();
        Course stitching = null;
        Latency latency = null;
        Course passThrough;
        try (var run = JourneyRun.open(progress, plan.limit(), plan.readModel())) {
            var events = new OrdinaryEvents(plan.seed());
            long sent = 0;
            for (long size : plan.sizes()) {
                run.send(events, size - sent);
                sent = size;
                run.start();
                stitching = run.watch("%,d events on the log".formatted(size));
                if (!stitching.drained()) {
                    run.stop();
                    break;
                }
                if (plan.readModel()) {
                    run.awaitReadModel();
                }
                long customers = events.customers();
                if (size == plan.sizes().getLast()) {
                    progress.println("  latency at a steady load");
                    latency = SwitchLatency.measure(run.lab().kafka());
                    customers += SwitchLatency.CUSTOMERS;
                }
                run.stop();
                long bytes = run.stateBytes();
                run.start();
                var further = run.sendAndWatch("further events", events, 2 * plan.probe());
                sent += 2 * plan.probe();
                sizes.add(new Size(size, customers, bytes, Rate.of(further.costAfter(HALF), further.drained())));
                run.stop();
            }
            passThrough = run.watchPassThrough(plan.hops());
        }
        return new JourneysResult(
                plan.seed(),
                Runtime.getRuntime().availableProcessors(),
                plan.hops(),
                plan.readModel(),
                rate(stitching),
                rate(passThrough),
                latency,
                sizes,
                unlinking(),
                extremes());
    }

    private Unlinking.@Nullable Correction unlinking() {
        if (plan.unlinked() == 0) {
            return null;
        }
        progress.printf("  a customer of %,d issues taken apart%n", plan.unlinked());
        try (var lab = Lab.open()) {
            lab.start(List.of("intake", "journey", "feedback"), Map.of("OTEL_TRACES_SAMPLER_ARG", TRACES_KEPT));
            var customer = new UnlinkedCustomer(plan.unlinked(), MESSAGES, Instant.now());
            try (var api = lab.api();
                    var unlinking = new Unlinking(api, lab.kafka(), Credentials.TENANT, customer)) {
                progress.printf("  linked after %.1f s%n", unlinking.link(plan.limit()));
                Unlinking.Correction slowest = null;
                for (int time = 1; time <= UnlinkedCustomer.TIMES; time++) {
                    if (time > 1) {
                        progress.printf("  linked again after %.1f s%n", unlinking.linkAgain(time, plan.limit()));
                    }
                    var correction = unlinking.unlink(time, plan.limit());
                    progress.printf("  unlinked after %.1f s%n", correction.seconds());
                    slowest = time <= WARM_UP_TIMES ? null : correction.slower(slowest);
                }
                return slowest;
            } catch (Failure e) {
                progress.println("  " + e.sentence());
                return null;
            }
        }
    }

    private List<Extreme> extremes() {
        var extremes = new ArrayList<Extreme>();
        if (plan.busy() > 0) {
            extremes.add(extreme("one customer", plan.busy(), PairedContacts.ofOneCustomer("busy")));
        }
        if (plan.sharers() > 0) {
            extremes.add(extreme(
                    "one phone of %,d people".formatted(plan.sharers()),
                    plan.sharers() * PairedContacts.EVENTS,
                    PairedContacts.ofOnePhone("shared", plan.sharers())));
        }
        return extremes;
    }

    private Extreme extreme(String name, long count, PairedContacts contacts) {
        try (var run = JourneyRun.open(progress, plan.limit(), plan.readModel())) {
            var own = PairedContacts.ordinary("ordinary");
            run.start();
            run.sendAndWatch("ordinary contacts", own, 2 * plan.probe());
            run.stop();
            double ordinaryBytes = (double) run.stateBytes() / (2 * plan.probe());
            run.start();
            var ordinary = run.sendAndWatch("ordinary contacts again", own, 2 * plan.probe());
            var course = run.sendAndWatch(name, contacts, count);
            run.stop();
            double bytes = (run.stateBytes() - 4 * plan.probe() * ordinaryBytes) / count;
            return new Extreme(
                    name,
                    count,
                    Rate.of(course.costAfter(HALF), course.drained()),
                    Rate.of(ordinary.costAfter(HALF), ordinary.drained()),
                    course.drained() ? bytes : null,
                    ordinaryBytes);
        }
    }

    private static Rate rate(@Nullable Course course) {
        if (course == null) {
            throw new IllegalArgumentException("there are no sizes to measure");
        }
        return Rate.of(course.costAfter(WARM_UP), course.drained());
    }
}
