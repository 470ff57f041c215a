package io.throughline.intake.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.throughline.intake.Candidates;
import io.throughline.intake.Origin;
import io.throughline.intake.Records;
import io.throughline.intake.http.Bodies;
import io.throughline.intake.webhook.Platform;
import io.throughline.intake.webhook.Webhooks;
import io.throughline.servicekit.problem.ProblemException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Mutated inputs through every adapter that is registered and through the envelope, with all that intake does but to write:
 * whatever comes, the answer is no exception that would be a 5xx, comes soon, and leaves nothing behind. For long with
 * {@code -Dfuzz.seconds=600 -Dfuzz.seed=7}.
 */
class FuzzTest {

    private static final int SECONDS = Integer.getInteger("fuzz.seconds", 12);
    private static final long SEED = Long.getLong("fuzz.seed", 1);
    private static final Path CASES = Path.of("src/test/resources/webhooks");
    private static final Duration SOON = Duration.ofSeconds(2);
    /** Types come from an adapter's table: a platform with more would be a new one. */
    private static final int MAX_TYPES = 150;

    private static final long MAX_GROWTH_BYTES = 48L * 1024 * 1024;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Instant NOW = Instant.parse("2026-11-01T09:00:00Z");
    private static final Origin ORIGIN = new Origin("acme", "/fuzz", Duration.ofDays(400), "HK");
    private static final JsonMapper JSON = new JsonMapper();

    private final Random random = new Random(SEED);
    private final Mutations mutations = new Mutations(random);
    private final Records records = new Records();

    /** Something that takes an input. */
    private interface Target {
        void take(byte[] input) throws Exception;
    }

    static List<Platform> platforms() {
        return Webhooks.platforms();
    }

    static Set<String> contentTypes() {
        return Bodies.EXAMPLES.keySet();
    }

    @ParameterizedTest
    @MethodSource("platforms")
    void platform(Platform platform) throws Exception {
        Set<String> types = new HashSet<>();
        fuzz(
                platform.name(),
                messages(platform.name()),
                input -> write(Webhooks.candidates(platform, headers(), input, NOW, types::add), input));
        assertThat(types).hasSizeLessThan(MAX_TYPES);
    }

    @ParameterizedTest
    @MethodSource("contentTypes")
    void envelope(String contentType) throws Exception {
        var examples = Bodies.EXAMPLES.get(contentType).stream()
                .map(example ->
                        example.replace("2000-01-01T00:00:00Z", NOW.toString()).getBytes(UTF_8))
                .toList();
        fuzz(contentType, examples, input -> {
            try {
                write(Bodies.candidates(contentType, input, attributes(contentType)), input);
            } catch (ProblemException e) {
                assertThat(e.problem().status()).isBetween(400, 499);
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void source(FuzzedSource source) throws Exception {
        fuzz(source.name(), source.seeds(), input -> write(Webhooks.candidates(source.translate(input, NOW)), input));
    }

    private void write(Candidates candidates, byte[] input) {
        var written = records.of(ORIGIN, candidates, NOW);
        long bytes = written.stream()
                .mapToLong(each -> each.value() == null ? 0 : each.value().length)
                .sum();
        assertThat(bytes).isLessThan(200L * input.length + 1_000_000);
    }

    private void fuzz(String name, List<byte[]> seeds, Target target) throws Exception {
        // What is loaded and cached once is no growth.
        for (byte[] seed : seeds) {
            take(name, target, seed);
        }
        long before = usedBytes();
        long end = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos() / targets();
        int inputs = 0;
        do {
            take(name, target, mutations.of(seeds.get(random.nextInt(seeds.size()))));
            inputs++;
        } while (System.nanoTime() < end);
        assertThat(usedBytes() - before).as("growth after %d inputs", inputs).isLessThan(MAX_GROWTH_BYTES);
    }

    private static void take(String name, Target target, byte[] input) {
        // Of the thread's processor time: a busy machine is no hang.
        long began = THREADS.getCurrentThreadCpuTime();
        try {
            target.take(input);
        } catch (Exception | StackOverflowError | AssertionError e) {
            throw new AssertionError(
                    name + ", seed " + SEED + ", input " + Base64.getEncoder().encodeToString(input), e);
        }
        assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - began))
                .as("%s, seed %d, input %s", name, SEED, new String(input, UTF_8))
                .isLessThan(SOON);
    }

    private static int targets() {
        return platforms().size() + contentTypes().size() + FuzzedSource.values().length;
    }

    private Map<String, String> headers() {
        var names =
                List.of("Content-Type", "Authorization", "X-Signature", "X-Hub-Signature-256", "X-Twilio-Signature");
        var headers = new HashMap<String, String>();
        for (String name : names) {
            if (random.nextBoolean()) {
                headers.put(name, new String(mutations.of("sha256=abc".getBytes(UTF_8)), UTF_8));
            }
        }
        return headers;
    }

    private Map<String, String> attributes(String contentType) {
        if (!contentType.equals("application/json") || random.nextBoolean()) {
            return Map.of();
        }
        return Map.of("id", "1", "specversion", "1.0", "source", "/fuzz", "time", NOW.toString(), "type", "x");
    }

    /** The messages of the adapter's cases, as JSON and, where they are flat, as a form. */
    private static List<byte[]> messages(String platform) throws IOException {
        var messages = new ArrayList<byte[]>(List.of("{}".getBytes(UTF_8)));
        try (Stream<Path> files = Files.walk(CASES.resolve(platform))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                var message = JSON.readTree(file.toFile()).path("message");
                messages.add(JSON.writeValueAsBytes(message));
                var form = new StringBuilder();
                message.properties().forEach(field -> form.append(form.isEmpty() ? "" : "&")
                        .append(field.getKey())
                        .append('=')
                        .append(field.getValue().asText()));
                messages.add(form.toString().getBytes(UTF_8));
            }
        }
        return messages;
    }

    private static long usedBytes() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
