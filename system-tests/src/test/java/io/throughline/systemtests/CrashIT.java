package io.throughline.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.contracts.event.ContactEvent;
import io.throughline.local.Failure;
import io.throughline.local.client.Api;
import io.throughline.local.stack.Pause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Services are killed in the middle of the load, which goes on and is repeated as platforms repeat. */
@ExtendWith(SharedStack.class)
class CrashIT {

    private static final long SEED = 815;
    private static final int CUSTOMERS = 300;
    private static final int CHUNK = 100;

    /** Two minutes at least: longer than any service takes to start. */
    private static final int ATTEMPTS = 400;

    private final RunningStack stack;

    CrashIT(RunningStack stack) {
        this.stack = stack;
    }

    @Test
    void nothingIsLostAndNothingDoubled() throws Exception {
        var month = LoadedMonth.simulate(SEED, CUSTOMERS);
        var chunks = chunks(month.deliveries());
        int quarter = chunks.size() / 4;

        send(chunks.subList(0, quarter));
        duringLoad(chunks.subList(quarter, 2 * quarter), "journey");
        duringLoad(chunks.subList(2 * quarter, 3 * quarter), "feedback");
        duringLoad(chunks.subList(3 * quarter, chunks.size()), "intake");
        var outcome = Outcome.await(stack, Tenant.CRASH, LoadedMonth.PATIENCE);

        assertThat(outcome.events().stream().map(ContactEvent::id).distinct())
                .as("seed %d", SEED)
                .hasSameSizeAs(month.events());
        assertThat(outcome.recomputed().differences(outcome.published()))
                .as("seed %d", SEED)
                .isEmpty();
        assertThat(outcome.journeys()).hasSameSizeAs(month.truth().issues());
    }

    /** Sends, kills the service while that goes on, and starts it again. */
    private void duringLoad(List<List<ContactEvent>> chunks, String service)
            throws ExecutionException, InterruptedException {
        try (var sender = Executors.newSingleThreadExecutor()) {
            Future<?> sending = sender.submit(() -> send(chunks));
            stack.kill(service);
            stack.repair();
            sending.get();
        }
    }

    private void send(List<List<ContactEvent>> chunks) {
        try (var api = stack.api(Tenant.CRASH)) {
            chunks.forEach(chunk -> sendUntilTaken(api, chunk));
        }
    }

    /** A platform that gets no answer sends again; what was taken of the first attempt then comes twice. */
    private static void sendUntilTaken(Api api, List<ContactEvent> chunk) {
        for (int attempt = 1; ; attempt++) {
            try {
                LoadedMonth.send(api, chunk);
                return;
            } catch (Failure e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                Pause.of(Duration.ofMillis(300));
            }
        }
    }

    private static List<List<ContactEvent>> chunks(List<ContactEvent> deliveries) {
        var chunks = new ArrayList<List<ContactEvent>>();
        for (int from = 0; from < deliveries.size(); from += CHUNK) {
            chunks.add(deliveries.subList(from, Math.min(from + CHUNK, deliveries.size())));
        }
        return chunks;
    }
}
