package io.throughline.systemtests;

import io.throughline.contracts.event.ContactEvent;
import io.throughline.local.client.Api;
import io.throughline.local.client.EventImport;
import io.throughline.testkit.simulator.SimulatedMonth;
import io.throughline.testkit.simulator.Simulator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A simulated month that was sent through {@code POST /v1/events}, and what came of it.
 *
 * @param result what the sender was told
 */
record LoadedMonth(SimulatedMonth month, EventImport.Result result, Outcome outcome) {

    static final long SEED = 4_711;
    static final int CUSTOMERS = 400;
    static final Duration PATIENCE = Duration.ofMinutes(2);

    /** The last month that is over everywhere: intake takes no events of the future. */
    static SimulatedMonth simulate(long seed, int customers) {
        return Simulator.month(seed, YearMonth.now(ZoneOffset.ofHours(-12)).minusMonths(1), customers);
    }

    /** Sends these events in their order and waits for what must come of them. */
    static LoadedMonth load(RunningStack stack, Tenant tenant, SimulatedMonth month, List<ContactEvent> deliveries) {
        try (var api = stack.api(tenant)) {
            var result = send(api, deliveries);
            return new LoadedMonth(month, result, Outcome.await(stack, tenant, PATIENCE));
        }
    }

    /** Sends events as newline-delimited chunks. */
    static EventImport.Result send(Api api, List<ContactEvent> deliveries) {
        var lines = deliveries.stream().map(Simulator::toJson).collect(Collectors.joining("\n"));
        var sender = new EventImport(
                api,
                refused -> {
                    throw new AssertionError("refused: " + refused.json());
                },
                (sent, bytes) -> {});
        try {
            return sender.send(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
