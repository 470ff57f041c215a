package io.throughline.intake.process;

import io.throughline.testkit.kafka.KafkaBroker;
import java.nio.file.Path;

/** A broker as a process, so that it can be killed. */
public final class BrokerMain {

    private BrokerMain() {}

    /** Arguments: data directory, port. */
    public static void main(String[] arguments) throws InterruptedException {
        KafkaBroker.in(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        Thread.currentThread().join();
    }
}
