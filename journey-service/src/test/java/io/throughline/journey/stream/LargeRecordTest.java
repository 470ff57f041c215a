package io.throughline.journey.stream;

import static io.throughline.journey.stream.Happenings.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.event.Identifier;
import io.throughline.contracts.event.Outcome;
import io.throughline.contracts.journey.CustomerErasure;
import io.throughline.contracts.journey.CustomerIdentity;
import io.throughline.contracts.topic.Topics;
import io.throughline.journey.domain.Batch;
import io.throughline.journey.domain.rules.TenantRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One customer, or one contact, with far more than a person's share. */
class LargeRecordTest {

    private static final Identifier ROBOT = id("customerId", "robot");
    private static final Identifier ALIAS = id("phone", "alias");

    /** Whatever the order, also where the record is divided, united and divided again on the way. */
    @ParameterizedTest
    @CsvSource({"1, 700, false", "2, 5200, false", "3, 5200, true"})
    void aLargeRecordEndsWhereTheBatchDoes(long seed, int contacts, boolean takenApart) {
        var random = new Random(seed);
        var events = events(random, contacts);
        if (takenApart) {
            events.add(Happenings.unlinked(2, ROBOT, ALIAS));
        }
        Collections.shuffle(events, random);
        var batch = Batch.recompute(events, TenantRules.defaults());
        var network = new Network(seed, 4 * contacts);
        network.run(events);
        assertThat(Unrevised.all(network.table(Topics.CONTACT_JOURNEYS))).isEqualTo(batch.journeys());
        assertThat(Unrevised.all(network.table(Topics.CONTACT_CHANNEL_SWITCHES)))
                .isEqualTo(batch.switches());
        assertThat(Unrevised.all(network.table(Topics.CUSTOMER_IDENTITIES))).isEqualTo(batch.identities());
        assertThat(batch.journeys().values())
                .allSatisfy(journey -> assertThat(journey.contacts()).hasSizeLessThanOrEqualTo(500));
    }

    @Test
    void nothingIsLeftOfALargeRecordThatIsErased() {
        var random = new Random(4);
        var network = new Network(4, 20_000);
        var events = events(random, 5_200);
        for (int i = 0; i < 300; i++) {
            events.add(Happenings.redirected("c7", "store", i));
        }
        network.run(events);
        var robot = (CustomerIdentity)
                network.table(Topics.CUSTOMER_IDENTITIES).values().iterator().next();

        network.erase(robot.tenant(), robot.customerId(), Instant.parse("2030-01-01T00:00:00Z"));
        network.run(List.of());

        assertThat(network.table(Topics.CONTACT_JOURNEYS)).isEmpty();
        assertThat(network.table(Topics.CUSTOMER_IDENTITIES)).isEmpty();
        assertThat(network.table(Topics.CUSTOMER_ERASURES).values())
                .singleElement()
                .isInstanceOfSatisfying(CustomerErasure.class, erasure -> assertThat(erasure.contacts())
                        .isEqualTo(5_202));
        assertThat(kinds(network, Network.CONTACTS)).containsExactly("erased-contact");
        // How often a name was published that has its tombstone, and by which rules the tenant was judged.
        assertThat(kinds(network, Network.CUSTOMERS)).isSubsetOf("published", "judged");
    }

    private static Set<String> kinds(Network network, String stage) {
        return network.kept(stage).stream()
                .map(key -> key.substring(0, key.indexOf('|')))
                .collect(Collectors.toSet());
    }

    /** Half of the contacts are somebody else's, until the two are said to be one. */
    private static List<ContactEvent> events(Random random, int contacts) {
        var events = new ArrayList<ContactEvent>();
        for (int i = 0; i < contacts; i++) {
            var minute = random.nextInt(10) == 0 ? random.nextInt(60 * 24 * 60) : random.nextInt(600);
            var channel = random.nextBoolean() ? "phone" : "chat";
            events.add(Happenings.started("c" + i, channel, minute, i % 2 == 0 ? ROBOT : ALIAS));
            events.add(Happenings.ended(
                    "c" + i, random.nextBoolean() ? Outcome.RESOLVED : Outcome.UNRESOLVED, minute + 3));
        }
        events.add(Happenings.linked(1, ROBOT, ALIAS));
        events.add(Happenings.startedInCase("first", "email", "case", 5, ROBOT));
        events.add(Happenings.startedInCase("second", "phone", "case", 7, ROBOT));
        events.add(Happenings.caseResolved("case", 9));
        return events;
    }

    @Test
    void aContactOfManyEventsEndsWhereTheBatchDoes() {
        var random = new Random(1);
        var events = new ArrayList<ContactEvent>();
        for (int i = 0; i < 1_000; i++) {
            events.add(Happenings.redirected("long", random.nextBoolean() ? "phone" : "store", i));
        }
        events.add(Happenings.started("long", "chatbot", 0, ROBOT));
        events.add(Happenings.started("call", "phone", 1_001, ROBOT));
        events.addAll(List.copyOf(events.subList(0, 500)));
        for (int i = 0; i + 30 < events.size(); i++) {
            Collections.swap(events, i, i + random.nextInt(30));
        }
        var batch = Batch.recompute(events, TenantRules.defaults());
        var network = new Network(1, 2_000);
        network.run(events);
        assertThat(Unrevised.all(network.table(Topics.CONTACT_JOURNEYS))).isEqualTo(batch.journeys());
    }
}
