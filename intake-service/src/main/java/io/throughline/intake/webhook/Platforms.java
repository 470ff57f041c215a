package io.throughline.intake.webhook;

import io.throughline.intake.webhook.amazonconnect.AmazonConnect;
import io.throughline.intake.webhook.amazonlex.AmazonLex;
import io.throughline.intake.webhook.amazonses.AmazonSes;
import io.throughline.intake.webhook.chatwoot.Chatwoot;
import io.throughline.intake.webhook.cloudevents.CloudEventSender;
import io.throughline.intake.webhook.freshdesk.Freshdesk;
import io.throughline.intake.webhook.genesys.GenesysCloud;
import io.throughline.intake.webhook.intercom.Intercom;
import io.throughline.intake.webhook.line.Line;
import io.throughline.intake.webhook.messenger.Messenger;
import io.throughline.intake.webhook.telegram.Telegram;
import io.throughline.intake.webhook.twilio.Twilio;
import io.throughline.intake.webhook.viber.Viber;
import io.throughline.intake.webhook.whatsapp.WhatsApp;
import io.throughline.intake.webhook.zendesk.Zendesk;
import java.util.List;
import java.util.Optional;

/** The platforms that plug in: a new one is one line here and one package. */
public final class Platforms {

    private static final List<Platform> ALL = List.of(
            new AmazonConnect(),
            new AmazonLex(),
            new AmazonSes(),
            new Chatwoot(),
            new CloudEventSender(),
            new Freshdesk(),
            new GenesysCloud(),
            new Intercom(),
            new Line(),
            new Messenger(),
            new Telegram(),
            new Twilio(),
            new Viber(),
            new WhatsApp(),
            new Zendesk());

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
