package io.throughline.local.bench;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** Starts a service without some of the channels on which it takes in records. */
final class WithoutChannels {

    private WithoutChannels() {}

    /**
     * Environment of such a service. System properties, since a channel with a hyphen cannot be named by a variable: it
     * would be taken for one that is called like its first word.
     */
    static Map<String, String> environment(String... channels) {
        return Map.of(
                "JDK_JAVA_OPTIONS",
                Arrays.stream(channels)
                        .map(channel -> "-Dmp.messaging.incoming." + channel + ".enabled=false")
                        .collect(Collectors.joining(" ")));
    }
}
