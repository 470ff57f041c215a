package io.throughline.intake.identifiers;

import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.event.EventData;
import io.throughline.contracts.event.Identifier;
import io.throughline.contracts.event.SurveyData;
import io.throughline.servicekit.rules.IdentifierRules;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes raw identifiers out of events: tokens for identifiers, masks in free text. */
public final class Pseudonymiser {

    /**
     * What is left of an event's identifiers.
     *
     * @param identifiers the tokens, each once, in the order of the event
     * @param dropped types of the identifiers that named nobody
     */
    public record Tokens(List<Identifier> identifiers, List<String> dropped) {
        public Tokens {
            identifiers = List.copyOf(identifiers);
            dropped = List.copyOf(dropped);
        }
    }

    private final Normaliser normaliser = new Normaliser();
    private final PersonalText personalText = new PersonalText();
    private final Tokeniser tokeniser;
    private final BlockedIdentifiers blocked;

    /**
     * @param masterKey 32 bytes
     * @param rulesOf what each tenant's rules say about identifiers now
     * @throws IllegalArgumentException when the key has another length
     */
    public Pseudonymiser(byte[] masterKey, Function<String, IdentifierRules> rulesOf) {
        this.tokeniser = new Tokeniser(masterKey);
        this.blocked = new BlockedIdentifiers(rulesOf, normaliser);
    }

    /** The token of one identifier; empty where it names nobody, of itself or by the tenant's rules. */
    public Optional<String> token(String tenant, String type, String value, String region) {
        return normaliser
                .normalise(type, value, region)
                .filter(normal -> !blocked.contains(tenant, type, normal, region))
                .map(normal -> tokeniser.token(tenant, type, normal));
    }

    /**
     * A name made of an identifier, for ids of contacts and messages that hold one. It is not the identifier's token, and
     * also there for what names nobody.
     */
    public String name(String tenant, String type, String value, String region) {
        String normal = normaliser.normalise(type, value, region).orElse(value);
        return tokeniser.token(tenant, "name:" + type, normal);
    }

    /** The tokens of an event's identifiers; national telephone numbers are read in the event's market or else the region. */
    public Tokens tokens(String tenant, ContactEvent event, String region) {
        var tokens = new LinkedHashSet<Identifier>();
        var dropped = new ArrayList<String>();
        for (Identifier identifier : event.data().context().identifiers()) {
            Optional<String> token = identifier.value() == null
                    ? Optional.empty()
                    : token(tenant, identifier.type(), identifier.value(), marketOr(region, event));
            token.ifPresentOrElse(
                    value -> tokens.add(Identifier.tokenised(identifier.type(), value)),
                    () -> dropped.add(identifier.type()));
        }
        return new Tokens(List.copyOf(tokens), dropped);
    }

    /** The event with these tokens for its identifiers, and its free text masked. */
    public ContactEvent pseudonymise(ContactEvent event, Tokens tokens, String region) {
        EventData data = event.data();
        EventData tokenised = data.context().identifiers().isEmpty()
                ? data
                : data.withContext(data.context().withIdentifiers(tokens.identifiers()));
        return event.withData(withoutPersonalText(tokenised, marketOr(region, event)));
    }

    /** Text with mail addresses and telephone numbers masked; without a blank it is taken for an id, a code or a path. */
    public String mask(String text, String region) {
        return text.indexOf(' ') < 0 ? personalText.maskName(text) : personalText.mask(text, region);
    }

    private EventData withoutPersonalText(EventData data, String region) {
        if (data instanceof SurveyData.Answered answer && answer.comment() != null) {
            return new SurveyData.Answered(
                    answer.context(),
                    answer.survey(),
                    answer.score(),
                    answer.scaleMin(),
                    answer.scaleMax(),
                    answer.resolved(),
                    answer.contactsNeeded(),
                    answer.choseSwitch(),
                    answer.respondent(),
                    answer.question(),
                    answer.answer(),
                    personalText.mask(answer.comment(), region));
        }
        return data;
    }

    private static String marketOr(String region, ContactEvent event) {
        @Nullable String market = event.data().context().market();
        return market == null ? region : market;
    }
}
