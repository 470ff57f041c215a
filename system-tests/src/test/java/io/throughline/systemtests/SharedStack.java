package io.throughline.systemtests;

import io.throughline.testkit.otlp.OtlpReceiver;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the one stack that they share, the receiver of its spans, and the month that was loaded into it; each is
 * made for the first test that asks, and a failure to make it fails the others at once.
 */
final class SharedStack implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return type == RunningStack.class || type == OtlpReceiver.class || type == LoadedMonth.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var shared = context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(Shared.class, key -> new Shared(), Shared.class);
        var type = parameter.getParameter().getType();
        if (type == RunningStack.class) {
            return shared.stack();
        }
        return type == LoadedMonth.class ? shared.month() : shared.spans;
    }

    /** Closed by JUnit after the last test. */
    private static final class Shared implements AutoCloseable {

        private final OtlpReceiver spans = OtlpReceiver.start();
        private final Once<RunningStack> stack = new Once<>(this::start);
        private final Once<LoadedMonth> month = new Once<>(this::load);

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

        private RunningStack start() {
            return RunningStack.start(
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
