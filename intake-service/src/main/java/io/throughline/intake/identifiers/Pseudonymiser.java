package io.throughline.intake.identifiers;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.throughline.contracts.event.ContactData;
import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.event.EventData;
import io.throughline.contracts.event.Identifier;
import io.throughline.contracts.event.IdentityData;
import io.throughline.contracts.event.SurveyData;
import io.throughline.intake.keys.MasterKeys;
import io.throughline.servicekit.rules.IdentifierRules;
import java.time.Duration;
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
     * @param successions of tokens that the identifiers had under older master keys; none unless such keys are listed
     */
    public record Tokens(List<Identifier> identifiers, List<String> dropped, List<Succession> successions) {
        public Tokens {
            identifiers = List.copyOf(identifiers);
            dropped = List.copyOf(dropped);
            successions = List.copyOf(successions);
        }
    }

    /** An identifier's normal form and its token; never printed. */
    private record Named(String normal, Token token) {
        @Override
        public String toString() {
            return "Named";
        }
    }

    private record RawIdentifier(String tenant, String type, String value, String region) {
        /** Never the value: it is personal. */
        @Override
        public String toString() {
            return "RawIdentifier[" + type + "]";
        }
    }

    /** A contact's events name the same customer many times, and reading a telephone number is what costs most. */
    private static final int CACHED = 50_000;

    private static final Duration CACHED_FOR = Duration.ofMinutes(10);

    private final Normaliser normaliser = new Normaliser();
    private final PersonalText personalText = new PersonalText();
    private final Tokeniser tokeniser;
    private final Cache<RawIdentifier, Optional<Named>> cache = Caffeine.newBuilder()
            .maximumSize(CACHED)
            .expireAfterWrite(CACHED_FOR)
            .build();
    private final BlockedIdentifiers blocked;

    /** @param rulesOf what each tenant's rules say about identifiers now */
    public Pseudonymiser(MasterKeys masterKeys, Function<String, IdentifierRules> rulesOf) {
        this.tokeniser = new Tokeniser(masterKeys);
        this.blocked = new BlockedIdentifiers(rulesOf, normaliser);
    }

    /** The token of one identifier; empty where it names nobody, of itself or by the tenant's rules. */
    public Optional<Token> token(String tenant, String type, String value, String region) {
        return cache.get(new RawIdentifier(tenant, type, value, region), raw -> normaliser
                        .normalise(type, value, region)
                        .map(normal -> new Named(normal, tokeniser.token(tenant, type, normal))))
                // Not in the cache: the tenant's rules can change.
                .filter(named -> !blocked.contains(tenant, type, named.normal(), region))
                .map(Named::token);
    }

    /**
     * A name made of an identifier, for ids of contacts and messages that hold one. It is not the identifier's token, and
     * also there for what names nobody.
     */
    public String name(String tenant, String type, String value, String region) {
        String normal = normaliser.normalise(type, value, region).orElse(value);
        return tokeniser.token(tenant, "name:" + type, normal).present();
    }

    /** The tokens of an event's identifiers; national telephone numbers are read in the event's market or else the region. */
    public Tokens tokens(String tenant, ContactEvent event, String region) {
        var tokens = new LinkedHashSet<Identifier>();
        var dropped = new ArrayList<String>();
        var successions = new ArrayList<Succession>();
        for (Identifier identifier : event.data().context().identifiers()) {
            String type = identifier.type();
            Optional<Token> token = identifier.value() == null
                    ? Optional.empty()
                    : token(tenant, type, identifier.value(), marketOr(region, event));
            if (token.isEmpty()) {
                dropped.add(type);
            } else if (tokens.add(Identifier.tokenised(type, token.get().present()))) {
                token.get()
                        .before()
                        .forEach(before -> successions.add(
                                new Succession(type, before, token.get().present())));
            }
        }
        return new Tokens(List.copyOf(tokens), dropped, successions);
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

    /** Every field in which a platform, or somebody who works with it, can write what they like. */
    private EventData withoutPersonalText(EventData data, String region) {
        return switch (data) {
            case ContactData.AuthenticationFailed it ->
                new ContactData.AuthenticationFailed(
                        it.context(), masked(it.method(), region), it.attempts(), it.locked());
            case ContactData.SelfServiceFailed it ->
                new ContactData.SelfServiceFailed(it.context(), it.reason(), masked(it.step(), region));
            case ContactData.Redirected it ->
                new ContactData.Redirected(it.context(), it.toChannel(), it.by(), masked(it.reason(), region));
            case ContactData.PolicyRequires it ->
                new ContactData.PolicyRequires(it.context(), it.toChannel(), masked(it.policy(), region));
            case ContactData.Transferred it ->
                new ContactData.Transferred(
                        it.context(),
                        it.toContactId(),
                        it.toChannel(),
                        it.toQueue(),
                        it.by(),
                        it.kind(),
                        masked(it.reason(), region));
            case ContactData.Ended it ->
                new ContactData.Ended(
                        it.context(), it.endedBy(), it.outcome(), masked(it.disposition(), region), it.durations());
            case IdentityData.Linked it -> new IdentityData.Linked(it.identifiers(), masked(it.reason(), region));
            case IdentityData.Unlinked it -> new IdentityData.Unlinked(it.identifiers(), masked(it.reason(), region));
            case SurveyData.Answered it
            when it.comment() != null ->
                new SurveyData.Answered(
                        it.context(),
                        it.survey(),
                        it.score(),
                        it.scaleMin(),
                        it.scaleMax(),
                        it.resolved(),
                        it.contactsNeeded(),
                        it.choseSwitch(),
                        it.respondent(),
                        it.question(),
                        it.answer(),
                        personalText.mask(it.comment(), region));
            default -> data;
        };
    }

    private @Nullable String masked(@Nullable String text, String region) {
        return text == null ? null : mask(text, region);
    }

    private static String marketOr(String region, ContactEvent event) {
        @Nullable String market = event.data().context().market();
        return market == null ? region : market;
    }
}
