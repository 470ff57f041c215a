package io.throughline.systemtests;

import io.throughline.testkit.otlp.OtlpReceiver;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the one stack that they share, the receiver of its spans, the month that was loaded into it, and a watch
 * that looked when it was new; each is made for the first test that asks, and a failure to make it fails the others at once.
 */
final class SharedStack implements ParameterResolver {

    private static final Map<Class<?>, Function<Shared, Object>> MADE = Map.of(
            RunningStack.class, Shared::stack,
            LoadedMonth.class, Shared::month,
            AlertWatch.class, Shared::sinceItWasNew,
            OtlpReceiver.class, shared -> shared.spans);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return MADE.containsKey(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var shared = context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(Shared.class, key -> new Shared(), Shared.class);
        return MADE.get(parameter.getParameter().getType()).apply(shared);
    }

    /** Closed by JUnit after the last test. */
    private static final class Shared implements AutoCloseable {

        private final OtlpReceiver spans = OtlpReceiver.start();
        private final Once<RunningStack> stack = new Once<>(this::start);
        private final Once<LoadedMonth> month = new Once<>(this::load);
        private @Nullable AlertWatch sinceItWasNew;

        RunningStack stack() {
            return stack.get();
        }

        LoadedMonth month() {
            return month.get();
        }

        @Override
        public void close() {
            stack.ifMade(RunningStack::close);
            spans.close();
        }

        /** It looked once, at empty state. */
        AlertWatch sinceItWasNew() {
            stack();
            return Objects.requireNonNull(sinceItWasNew);
        }

        private RunningStack start() {
            var started = RunningStack.start(
                    "shared",
                    Map.of(
                            "OTEL_EXPORTER_OTLP_ENDPOINT",
                            spans.endpoint(),
                            // Only requests whose sender asks for it are traced: a whole month would be a million
                            // spans.
                            "OTEL_TRACES_SAMPLER_ARG",
                            "0.0",
                            "THROUGHLINE_METRICS_INTERVAL",
                            "PT10S",
                            // As in production.
                            "QUARKUS_LOG_CONSOLE_JSON_ENABLED",
                            "true"));
            sinceItWasNew = new AlertWatch(started);
            sinceItWasNew.minute(Duration.ZERO);
            return started;
        }

        private LoadedMonth load() {
            var simulated = LoadedMonth.simulate(LoadedMonth.SEED, LoadedMonth.CUSTOMERS);
            return LoadedMonth.load(stack(), Tenant.MONTH, simulated, simulated.deliveries());
        }
    }

    /** Makes a value when it is first asked for; a failure is its value from then on. */
    private static final class Once<T> {

        private final Supplier<T> make;
        private @Nullable T value;
        private @Nullable RuntimeException failure;

        Once(Supplier<T> make) {
            this.make = make;
        }

        synchronized T get() {
            if (failure != null) {
                throw failure;
            }
            if (value == null) {
                try {
                    value = make.get();
                } catch (RuntimeException e) {
                    failure = e;
                    throw e;
                }
            }
            return value;
        }

        synchronized void ifMade(Consumer<T> action) {
            if (value != null) {
                action.accept(value);
            }
        }
    }
}
