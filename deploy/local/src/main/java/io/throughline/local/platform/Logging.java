package io.throughline.local.platform;

import java.io.IOException;
import java.util.logging.LogManager;

/** Sets up java.util.logging from the file beside this class; the JVM calls it by name. */
public final class Logging {

    public Logging() throws IOException {
        try (var settings = Logging.class.getResourceAsStream("logging.properties")) {
            LogManager.getLogManager().readConfiguration(settings);
        }
    }
}
