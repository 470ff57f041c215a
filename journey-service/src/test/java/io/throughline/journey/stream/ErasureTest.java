package io.throughline.journey.stream;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.journey.ContactRef;
import io.throughline.contracts.journey.CustomerErasure;
import io.throughline.contracts.journey.CustomerIdentity;
import io.throughline.contracts.journey.Journey;
import io.throughline.contracts.journey.JourneyContact;
import io.throughline.contracts.topic.Keys;
import io.throughline.contracts.topic.Topics;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An erased customer leaves nothing but marks, nobody else loses anything, and nothing that comes again changes that. */
class ErasureTest {

    /** After everything that happens in a random month. */
    private static final Instant LATER = Instant.parse("2030-01-01T00:00:00Z");

    private static final List<String> STAGES =
            List.of(Network.CONTACTS, Network.IDENTIFIERS, Network.CASES, Network.CUSTOMERS);

    /** What happened, and somebody who is to be erased, with the contacts whose person it is. */
    private record Month(List<ContactEvent> events, Network network, CustomerIdentity person, Set<ContactRef> own) {

        static Month of(long seed) {
            var events = RandomMonth.of(seed);
            var network = new Network(seed);
            network.run(events);
            var person = anyOf(identities(network), new Random(seed));
            return new Month(events, network, person, ErasureTest.own(person, network));
        }
    }

    static LongStream seeds() {
        return LongStream.range(Long.getLong("seed.from", 0), Long.getLong("seed.to", 200));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void leavesNothingOfThePersonAndEverythingOfOthers(long seed) {
        var month = Month.of(seed);
        var network = month.network;
        var person = month.person;
        var before = journeys(network);

        network.erase(person.tenant(), person.customerId(), LATER);
        network.run(List.of());

        assertErased(network, person, month.own);
        assertThat(contacts(journeys(network))).isEqualTo(without(contacts(before), month.own));

        // Every event is delivered again: nothing comes back.
        var after = new TreeMap<>(network.table(Topics.CONTACT_JOURNEYS));
        network.run(RandomMonth.shuffled(month.events, new Random(seed)));
        assertErased(network, person, month.own);
        assertThat(network.table(Topics.CONTACT_JOURNEYS)).isEqualTo(after);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void staysErasedWhenTheLogIsReadAnew(long seed) {
        var month = Month.of(seed);
        var first = month.network;
        var person = month.person;
        first.erase(person.tenant(), person.customerId(), LATER);
        first.run(List.of());

        var rebuilt = new Network(seed + 1);
        rebuilt.list(InternalTopics.ERASED_CONTACTS, first.table(InternalTopics.ERASED_CONTACTS));
        rebuilt.list(InternalTopics.ERASED_IDENTIFIERS, first.table(InternalTopics.ERASED_IDENTIFIERS));
        rebuilt.run(month.events);

        assertThat(without(contacts(journeys(first)), contacts(journeys(rebuilt))))
                .as("lost")
                .isEmpty();
        assertThat(without(contacts(journeys(rebuilt)), contacts(journeys(first))))
                .as("came back")
                .isEmpty();
        assertNothingKept(rebuilt, person, month.own);
    }

    /** Who asks twice gets two receipts, and the second of them says when all is gone. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void isDoneTwiceWhenAskedForTwice(long seed) {
        var month = Month.of(seed);
        var network = month.network;
        var person = month.person;

        network.erase(person.tenant(), person.customerId(), "first", LATER);
        network.erase(person.tenant(), person.customerId(), "second", LATER.plusSeconds(1));
        network.run(List.of());

        var last = (CustomerErasure)
                network.table(Topics.CUSTOMER_ERASURES).get(Keys.customer(person.tenant(), person.customerId()));
        assertThat(last.receiptId()).isEqualTo("second");
        assertThat(last.contacts()).isZero();
        assertNothingKept(network, person, month.own);
    }

    private static void assertErased(Network network, CustomerIdentity person, Set<ContactRef> own) {
        var erasures = network.table(Topics.CUSTOMER_ERASURES).values();
        assertThat(erasures).singleElement().isInstanceOfSatisfying(CustomerErasure.class, erasure -> {
            assertThat(erasure.customerId()).isEqualTo(person.customerId());
            assertThat(erasure.contacts()).isEqualTo(own.size());
            assertThat(erasure.identifiers()).isEqualTo(person.identifiers().size());
            assertThat(erasure.events()).isGreaterThanOrEqualTo(own.size());
        });
        assertNothingKept(network, person, own);
    }

    private static void assertNothingKept(Network network, CustomerIdentity person, Set<ContactRef> own) {
        assertThat(contacts(journeys(network))).noneMatch(own::contains);
        assertThat(identities(network)).extracting(CustomerIdentity::customerId).doesNotContain(person.customerId());
        var names = Stream.concat(
                        own.stream().map(contact -> Keys.contact(person.tenant(), contact)),
                        Stream.of(Keys.customer(person.tenant(), person.customerId())))
                .collect(toSet());
        for (var stage : STAGES) {
            assertThat(network.kept(stage))
                    // Marks, and how often a name was published that has its tombstone.
                    .filteredOn(key -> !key.startsWith("erased-") && !isPublished(key))
                    .noneMatch(key -> names.stream().anyMatch(name -> isUnder(key, name)));
        }
    }

    /** Whether it is remembered under a key what was published of a customer. */
    private static boolean isPublished(String key) {
        return key.startsWith("customer|") && Keys.split(key).get(3).equals("published");
    }

    /** Whether a store's key, after its kind, is the name or begins with it. */
    private static boolean isUnder(String key, String name) {
        var owner = key.substring(key.indexOf('|') + 1);
        return owner.equals(name) || owner.startsWith(name + "|");
    }

    private static CustomerIdentity anyOf(Collection<CustomerIdentity> identities, Random random) {
        return List.copyOf(identities).get(random.nextInt(identities.size()));
    }

    /** Contacts whose person it is; one on the record for its case alone is somebody else's. */
    private static Set<ContactRef> own(CustomerIdentity person, Network network) {
        return network.persons().entrySet().stream()
                .filter(contact -> contact.getValue().equals(person.customerId()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static List<Journey> journeys(Network network) {
        return network.table(Topics.CONTACT_JOURNEYS).values().stream()
                .map(Journey.class::cast)
                .toList();
    }

    private static List<CustomerIdentity> identities(Network network) {
        return network.table(Topics.CUSTOMER_IDENTITIES).values().stream()
                .map(CustomerIdentity.class::cast)
                .toList();
    }

    private static Set<ContactRef> contacts(Collection<Journey> journeys) {
        return journeys.stream()
                .flatMap(journey -> journey.contacts().stream())
                .flatMap(JourneyContact::refs)
                .collect(toSet());
    }

    private static Set<ContactRef> without(Set<ContactRef> all, Set<ContactRef> some) {
        return all.stream().filter(contact -> !some.contains(contact)).collect(toSet());
    }
}
