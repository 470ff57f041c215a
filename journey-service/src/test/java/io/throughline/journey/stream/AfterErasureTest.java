package io.throughline.journey.stream;

import static io.throughline.journey.stream.Happenings.TENANT;
import static io.throughline.journey.stream.Happenings.id;
import static io.throughline.journey.stream.Happenings.started;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.throughline.contracts.event.ContactContext;
import io.throughline.contracts.event.ContactData;
import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.event.Identifier;
import io.throughline.contracts.event.IdentityData;
import io.throughline.contracts.journey.CustomerIdentity;
import io.throughline.contracts.journey.CustomerIdentity.KnownIdentifier;
import io.throughline.contracts.topic.Keys;
import io.throughline.contracts.topic.Topics;
import io.throughline.journey.domain.Batch;
import io.throughline.journey.domain.rules.TenantRules;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Those whom an erased customer leaves behind, and whoever shows their identifiers again, meet like everybody else. */
class AfterErasureTest {

    private static final Duration LONG = Duration.ofDays(1000);
    private static final Instant ASKED = Happenings.MORNING.plus(LONG);
    private static final long AFTER = LONG.toMinutes() + 1;

    static LongStream seeds() {
        return LongStream.range(Long.getLong("seed.from", 0), Long.getLong("seed.to", 200));
    }

    /** The bystander's mail leans on the erased one, which was a root before the customer's own id was seen. */
    @Test
    void aBystanderBehindAnErasedIdentifierIsStillJoined() {
        var erased = id("customerId", "a");
        var erasedMail = id("email", "m1");
        var mail = id("email", "m2");
        var phone = id("phone", "p");
        var cookie = id("cookie", "c");
        var network = new Network(0);
        network.run(List.of(started("k0", "phone", 0, mail, phone)));
        network.run(List.of(started("k1", "web", 1, erasedMail, cookie)));
        network.run(List.of(started("k2", "web", 2, mail, cookie)));
        network.run(List.of(started("k3", "web", 3, erased, erasedMail)));
        erase(customerOf(network, erased), network);

        network.run(List.of(started("k5", "whatsapp", AFTER, mail, id("whatsapp", "w"))));
        network.run(List.of(started("k6", "store", AFTER + 1, mail, id("customerId", "b"))));
        network.run(List.of(started("k7", "web", AFTER + 2, erasedMail, id("device", "d"))));

        assertThat(tokens(customerOf(network, mail))).containsExactlyInAnyOrder("b", "c", "m2", "p", "w");
        assertThat(tokens(customerOf(network, erasedMail))).containsExactlyInAnyOrder("d", "m1");
    }

    /** In a rebuild: what came after the erasure may be read before the mark. */
    @Test
    void aMarkThatIsReadLateTakesNothingOfWhatCameAfter() {
        var mail = id("email", "m");
        var phone = id("phone", "p");
        var before = List.of(started("k1", "web", 0, mail));
        var after = List.of(started("k2", "web", AFTER, mail, phone));
        var later = List.of(started("k3", "store", AFTER + 1, phone, id("customerId", "b")));
        var live = new Network(0);
        live.run(before);
        erase(customerOf(live, mail), live);
        live.run(after);

        var rebuilt = new Network(1);
        rebuilt.run(after);
        rebuilt.list(InternalTopics.ERASED_CONTACTS, live.table(InternalTopics.ERASED_CONTACTS));
        rebuilt.list(InternalTopics.ERASED_IDENTIFIERS, live.table(InternalTopics.ERASED_IDENTIFIERS));
        rebuilt.run(before);

        for (var network : List.of(live, rebuilt)) {
            assertThat(tokens(customerOf(network, mail))).containsExactlyInAnyOrder("m", "p");
            network.run(later);
            assertThat(tokens(customerOf(network, mail))).containsExactlyInAnyOrder("b", "m", "p");
            assertThat(network.persons().values())
                    .containsOnly(customerOf(network, mail).customerId());
        }
    }

    /** A second month joins whom it would join if what was erased had never been. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatComesLaterJoinsAsInTheBatch(long seed) {
        var events = RandomMonth.of(seed);
        var network = new Network(seed);
        network.run(events);
        var customers = customers(network);
        erase(customers.get(new Random(seed).nextInt(customers.size())), network);
        // That a number is a switchboard's was found out by the erased, too.
        assumeTrue(events.stream().noneMatch(event -> isOfSwitchboard(event) && tellsOfErased(event, network)));

        var later = RandomMonth.later(seed + 1, LONG.plusMinutes(1));
        network.run(later);

        var left = events.stream().map(event -> withoutErased(event, network));
        var batch = Batch.recompute(Stream.concat(left, later.stream()).toList(), TenantRules.defaults());
        assertThat(known(network.table(Topics.CUSTOMER_IDENTITIES).values()))
                .isEqualTo(known(batch.identities().values()));
    }

    private static void erase(CustomerIdentity customer, Network network) {
        network.erase(TENANT, customer.customerId(), ASKED);
        network.run(List.of());
    }

    /** An event from before the erasure as far as it tells of others: that stays known of them. */
    private static ContactEvent withoutErased(ContactEvent event, Network network) {
        var left = identifiers(event).stream()
                .filter(identifier -> !isErased(identifier, network))
                .toList();
        if (event.data() instanceof ContactData data) {
            return event.withData(data.withContext(data.context().withIdentifiers(left)));
        }
        return tellsOfErased(event, network)
                ? new ContactEvent(TENANT, event.source(), event.id(), event.id(), event.time(), null, null, seen(left))
                : event;
    }

    private static ContactData seen(List<Identifier> identifiers) {
        return new ContactData.Identified(ContactContext.EMPTY.withIdentifiers(identifiers), null);
    }

    private static boolean tellsOfErased(ContactEvent event, Network network) {
        return identifiers(event).stream().anyMatch(identifier -> isErased(identifier, network));
    }

    private static boolean isOfSwitchboard(ContactEvent event) {
        return identifiers(event).stream().anyMatch(identifier -> "board".equals(identifier.token()));
    }

    private static boolean isErased(Identifier identifier, Network network) {
        return network.table(InternalTopics.ERASED_IDENTIFIERS)
                .containsKey(Keys.identifier(TENANT, identifier.type(), String.valueOf(identifier.token())));
    }

    private static List<Identifier> identifiers(ContactEvent event) {
        return switch (event.data()) {
            case ContactData data -> data.context().identifiers();
            case IdentityData data -> data.identifiers();
            default -> List.of();
        };
    }

    private static CustomerIdentity customerOf(Network network, Identifier identifier) {
        return customers(network).stream()
                .filter(customer -> tokens(customer).contains(String.valueOf(identifier.token())))
                .findAny()
                .orElseThrow();
    }

    /** Whose each identifier is, since when and why. */
    private static Map<String, List<KnownIdentifier>> known(Collection<?> customers) {
        return customers.stream()
                .map(CustomerIdentity.class::cast)
                .filter(customer -> !customer.identifiers().isEmpty())
                .collect(toMap(CustomerIdentity::customerId, CustomerIdentity::identifiers));
    }

    private static List<CustomerIdentity> customers(Network network) {
        return network.table(Topics.CUSTOMER_IDENTITIES).values().stream()
                .map(CustomerIdentity.class::cast)
                .toList();
    }

    private static List<String> tokens(CustomerIdentity customer) {
        return customer.identifiers().stream().map(KnownIdentifier::token).toList();
    }
}
