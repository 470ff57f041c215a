package io.throughline.local.command;

import io.throughline.local.platform.Platform;
import io.throughline.local.stack.Home;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;

/** The process that {@code up} starts first; not for people. */
@Command(name = "platform", hidden = true, description = "Host Kafka, PostgreSQL and the gateway until terminated.")
public final class PlatformCommand implements Runnable {

    @Override
    public void run() {
        var platform = Platform.start(Home.fromEnvironment());
        Runtime.getRuntime().addShutdownHook(new Thread(platform::close, "platform-closer"));
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
