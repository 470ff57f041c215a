package io.throughline.journey.stream;

import static io.throughline.journey.stream.Happenings.TENANT;
import static io.throughline.journey.stream.Happenings.id;
import static io.throughline.journey.stream.Happenings.linked;
import static io.throughline.journey.stream.Happenings.started;
import static io.throughline.journey.stream.Happenings.unlinked;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.event.Identifier;
import io.throughline.contracts.journey.CustomerIdentity;
import io.throughline.contracts.journey.CustomerIdentity.KnownIdentifier;
import io.throughline.contracts.topic.Topics;
import io.throughline.journey.domain.Batch;
import io.throughline.journey.domain.rules.TenantRules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Identifiers seen with more weak ones than link them: what was said of two of them holds, whenever it was said. */
class ManyNeighboursTest {

    private static final Identifier ANN = id("customerId", "ann");
    private static final Identifier MAIL = id("email", "m");
    private static final Identifier COOKIE = id("cookie", "c");
    private static final Identifier DEVICE = id("device", "d");
    private static final List<Identifier> ALL = List.of(ANN, MAIL, COOKIE, DEVICE);

    static LongStream seeds() {
        return LongStream.range(Long.getLong("seed.from", 0), Long.getLong("seed.to", 6));
    }

    /** The mail's neighbours: the customer, the cookie that it is unlinked from, and 250 more weak ones or one fewer. */
    @ParameterizedTest(name = "{0} more cookies, unlinked first {1}")
    @CsvSource({"249,true", "249,false", "250,true", "250,false"})
    void anUnlinkingHoldsAlsoByAWayAround(int more, boolean unlinkedFirst) {
        var network = new Network(more);
        network.run(List.of(started("k", "web", 0, ANN, MAIL, COOKIE)));
        var unlinked = List.of(unlinked(10, MAIL, COOKIE));
        network.run(unlinkedFirst ? unlinked : shownWith(MAIL, "cookie", more));
        network.run(unlinkedFirst ? shownWith(MAIL, "cookie", more) : unlinked);
        assertThat(tokensWith(network, ANN)).contains("m").doesNotContain("c");

        network.run(List.of(linked(20, MAIL, COOKIE)));
        assertThat(tokensWith(network, ANN)).contains("m", "c");
    }

    /** Neither end has heard of the other before. */
    @Test
    void anUnlinkingOfTwoThatWereNeverSeenTogetherHolds() {
        var network = new Network(0);
        network.run(shownWith(MAIL, "cookie", 251));
        network.run(List.of(unlinked(10, MAIL, COOKIE)));
        network.run(List.of(started("k1", "web", 20, ANN, MAIL), started("k2", "web", 30, ANN, COOKIE)));
        assertThat(tokensWith(network, ANN)).containsExactlyInAnyOrder("ann", "m");
    }

    /** Whoever shows an erased mail again is somebody new, of whom nothing was said. */
    @Test
    void anUnlinkingGoesWithTheErasedEnd() {
        var asked = Happenings.MORNING.plus(Duration.ofDays(1000));
        long after = Duration.ofDays(1001).toMinutes();
        var network = new Network(0);
        network.run(shownWith(MAIL, "cookie", 251));
        network.run(List.of(unlinked(10, MAIL, COOKIE), started("k1", "web", 20, COOKIE)));
        network.erase(TENANT, customerWith(network, MAIL).customerId(), asked);
        network.run(List.of());
        network.run(List.of(started("k2", "web", after, ANN, MAIL), started("k3", "web", after + 1, ANN, COOKIE)));
        assertThat(tokensWith(network, ANN)).containsExactlyInAnyOrder("ann", "m", "c");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theStreamEndsWhereTheBatchDoes(long seed) {
        var events = month(seed);
        var batch = Batch.recompute(events, TenantRules.defaults());
        var network = new Network(seed);
        network.run(events);
        assertThat(Unrevised.all(network.table(Topics.CUSTOMER_IDENTITIES))).isEqualTo(batch.identities());
        assertThat(Unrevised.all(network.table(Topics.CONTACT_JOURNEYS))).isEqualTo(batch.journeys());
    }

    /** Few identifiers, some of which are seen with very many others, and much that is said of them. */
    private static List<ContactEvent> month(long seed) {
        var random = new Random(seed);
        var events = new ArrayList<ContactEvent>();
        for (var identifier : List.of(MAIL, COOKIE, DEVICE)) {
            if (random.nextBoolean()) {
                events.addAll(shownWith(identifier, "browser", 249 + random.nextInt(5)));
            }
        }
        if (random.nextInt(4) == 0) {
            events.addAll(shownWith(MAIL, "phone", 24 + random.nextInt(4)));
        }
        for (int i = 0; i < 4; i++) {
            events.add(started("k" + i, "web", random.nextInt(5000), any(random), any(random)));
        }
        for (int i = 0; i < 8; i++) {
            var one = any(random);
            var other = any(random);
            long minute = random.nextInt(5000);
            events.add(random.nextBoolean() ? linked(minute, one, other) : unlinked(minute, one, other));
        }
        return RandomMonth.shuffled(events, random);
    }

    private static Identifier any(Random random) {
        return ALL.get(random.nextInt(ALL.size()));
    }

    /** As many contacts, each of which shows the identifier with another one of a kind. */
    private static List<ContactEvent> shownWith(Identifier identifier, String kind, int many) {
        return LongStream.range(0, many)
                .mapToObj(i -> started(
                        identifier.type() + "-" + kind + i,
                        "web",
                        100 + i,
                        identifier,
                        id(kind, identifier.token() + i)))
                .toList();
    }

    private static List<String> tokensWith(Network network, Identifier identifier) {
        return tokens(customerWith(network, identifier)).toList();
    }

    private static CustomerIdentity customerWith(Network network, Identifier identifier) {
        Collection<Object> customers = network.table(Topics.CUSTOMER_IDENTITIES).values();
        return customers.stream()
                .map(CustomerIdentity.class::cast)
                .filter(customer -> tokens(customer).anyMatch(token -> token.equals(identifier.token())))
                .findAny()
                .orElseThrow();
    }

    private static Stream<String> tokens(CustomerIdentity customer) {
        return customer.identifiers().stream().map(KnownIdentifier::token);
    }
}
