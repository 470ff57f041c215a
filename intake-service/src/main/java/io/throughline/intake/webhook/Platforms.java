package io.throughline.intake.webhook;

import io.throughline.intake.webhook.amazonconnect.AmazonConnect;
import io.throughline.intake.webhook.zendesk.Zendesk;
import java.util.List;
import java.util.Optional;

/** The platforms that plug in: a new one is one line here and one package. */
public final class Platforms {

    private static final List<Platform> ALL = List.of(new AmazonConnect(), new Zendesk());

    private Platforms() {}

    /** The platform of a name, as in the path. */
    public static Optional<Platform> named(String name) {
        return ALL.stream().filter(platform -> platform.name().equals(name)).findFirst();
    }

    /** Their names. */
    public static List<String> names() {
        return ALL.stream().map(Platform::name).toList();
    }
}
