package io.throughline.journey.stream;

import static io.throughline.journey.stream.Happenings.caseResolved;
import static io.throughline.journey.stream.Happenings.ended;
import static io.throughline.journey.stream.Happenings.id;
import static io.throughline.journey.stream.Happenings.identified;
import static io.throughline.journey.stream.Happenings.linked;
import static io.throughline.journey.stream.Happenings.redirected;
import static io.throughline.journey.stream.Happenings.started;
import static io.throughline.journey.stream.Happenings.startedAfter;
import static io.throughline.journey.stream.Happenings.startedInCase;
import static io.throughline.journey.stream.Happenings.unlinked;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.event.Identifier;
import io.throughline.contracts.event.Outcome;
import io.throughline.contracts.journey.CustomerIdentity;
import io.throughline.contracts.journey.CustomerIdentity.KnownIdentifier;
import io.throughline.contracts.journey.Journey;
import io.throughline.contracts.journey.JourneyContact;
import io.throughline.contracts.journey.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JourneyTopologyTest {

    private static final Identifier ANN = id("customerId", "ann");
    private static final Identifier PHONE = id("phone", "p");
    private static final Identifier MAIL = id("email", "m");
    private static final Identifier COOKIE = id("cookie", "c");

    private final TopologyRun run = new TopologyRun();

    @AfterEach
    void stop() {
        run.close();
    }

    /** Names of stores and topics are where state and messages are: a change here loses them, so it must be seen. */
    @Test
    void theGraphIsTheApprovedOne() throws IOException {
        assertThat(TopologyRun.topology().describe().toString())
                .isEqualTo(Files.readString(Path.of("src/test/resources/topology.txt")));
    }

    /** Nor may a new version read into its empty state what an earlier one had said: its messages are a topic of their own. */
    @Test
    void messagesAreTheVersionsOwn() throws IOException {
        var settings = new Properties();
        try (var file = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            settings.load(file);
        }
        String version =
                settings.getProperty("quarkus.kafka-streams.application-id").replace("journey-", "");
        assertThat(InternalTopics.MESSAGES.name())
                .isEqualTo("journey.messages-" + version)
                .isEqualTo(settings.getProperty("mp.messaging.outgoing.erasure-requests.topic"));
    }

    @Test
    void aRedirectToThePhoneIsOneJourneyWithAForcedSwitch() {
        run.send(redirectedCustomer()).publish();
        assertThat(run.journeys()).hasSize(1);
        assertThat(run.switches().values()).singleElement().satisfies(one -> {
            assertThat(one.verdict()).isEqualTo(Verdict.FORCED);
            assertThat(one.revision()).isEqualTo(1);
        });
    }

    @Test
    void theSameEventsAgainPublishNothing() {
        run.send(redirectedCustomer()).publish();
        var before = List.copyOf(run.journeys().values());
        run.send(redirectedCustomer()).publish();
        assertThat(run.journeys().values()).containsExactlyElementsOf(before);
        assertThat(run.published()).isZero();
    }

    /** E20: what was done before the customer logged in becomes theirs once they do. */
    @Test
    void aLoginMakesAnEarlierAnonymousContactTheCustomers() {
        run.send(
                        started("web", "web", 0, COOKIE),
                        ended("web", Outcome.UNRESOLVED, 1),
                        started("call", "phone", 5, ANN))
                .publish();
        assertThat(run.journeys()).hasSize(2);
        run.send(started("web-2", "web", 30, COOKIE), identified("web-2", 31, ANN))
                .publish();
        assertThat(run.journeys().values()).singleElement().satisfies(journey -> assertThat(contactIds(journey))
                .containsExactly("web", "call", "web-2"));
    }

    @Test
    void anUnlinkSplitsWhatALinkHadJoinedAndRevisionsGoOn() {
        run.send(started("call", "phone", 0, PHONE), started("mail", "email", 10, MAIL))
                .publish();
        assertThat(run.journeys()).hasSize(2);
        run.send(linked(20, PHONE, MAIL)).publish();
        assertThat(run.journeys().values()).singleElement().satisfies(journey -> assertThat(contactIds(journey))
                .containsExactly("call", "mail"));
        run.send(unlinked(30, PHONE, MAIL)).publish();
        assertThat(run.journeys()).hasSize(2);
        assertThat(run.switches()).isEmpty();
        assertThat(run.journeys().values())
                .extracting(JourneyTopologyTest::contactIds, Journey::revision)
                // The second journey had one revision before it was joined, and got its second now.
                .containsExactlyInAnyOrder(tuple("call", 3), tuple("mail", 2));
        assertThat(run.identities().values())
                .extracting(CustomerIdentity::identifiers)
                .hasSize(2);
    }

    /** E22: a spouse on the same case is part of the same journey, and the move to her is flagged. */
    @Test
    void aCaseBringsTheContactsOfTwoPersonsTogether() {
        run.send(
                        startedInCase("call", "phone", "case", 0, ANN),
                        ended("call", Outcome.UNRESOLVED, 5),
                        startedInCase("visit", "store", "case", 60, id("customerId", "spouse")),
                        caseResolved("case", 100))
                .publish();
        assertThat(run.journeys().values()).singleElement().satisfies(journey -> {
            assertThat(contactIds(journey)).containsExactly("call", "visit");
            assertThat(journey.status()).isEqualTo(Journey.Status.RESOLVED);
            assertThat(journey.switches()).singleElement().satisfies(one -> assertThat(one.otherPerson())
                    .isTrue());
        });
        assertThat(run.identities()).hasSize(2);
    }

    @Test
    void aContactWithoutIdentifiersIsOfThePersonWhoseContactItContinues() {
        run.send(startedAfter("agent", "phone", "ivr", 5), started("ivr", "ivr", 0, PHONE))
                .publish();
        assertThat(run.journeys().values()).extracting(Journey::customerId).hasSize(1);
        assertThat(run.identities()).hasSize(1);
    }

    @Test
    void contactsWithoutIdentifiersAreCustomersOfTheirOwn() {
        run.send(started("a", "phone", 0), started("b", "phone", 1)).publish();
        assertThat(run.journeys()).hasSize(2);
        assertThat(run.identities().values())
                .allSatisfy(identity -> assertThat(identity.identifiers()).isEmpty())
                .hasSize(2);
    }

    /** E12: before the 26th caller the switchboard's calls hang together, afterwards each stands alone. */
    @Test
    void aSwitchboardIsFoundOutAndLetsGoOfItsCalls() {
        for (int i = 0; i < 25; i++) {
            run.send(started("call-" + i, "phone", i, PHONE, id("email", "m" + i)));
        }
        run.send(started("anonymous-1", "phone", 100, PHONE), started("anonymous-2", "phone", 101, PHONE))
                .publish();
        assertThat(run.identities()).hasSize(1);
        run.send(started("call-25", "phone", 200, PHONE, id("email", "m25"))).publish();
        assertThat(run.identities()).hasSize(26 + 2);
        assertThat(run.identities().values())
                .flatExtracting(CustomerIdentity::identifiers)
                .extracting(KnownIdentifier::type)
                .doesNotContain("phone");
    }

    @Test
    void theTraceOfTheEventIsOnWhatItChanged() {
        run.sendTraced("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", started("a", "phone", 0, ANN))
                .publish();
        assertThat(run.traces()).hasSize(2).containsOnly("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
    }

    private static ContactEvent[] redirectedCustomer() {
        return new ContactEvent[] {
            started("chat", "chatbot", 0, ANN),
            redirected("chat", "phone", 2),
            ended("chat", Outcome.UNRESOLVED, 3),
            started("call", "phone", 10, ANN, PHONE),
            ended("call", Outcome.RESOLVED, 20)
        };
    }

    private static List<String> contactIds(Journey journey) {
        return journey.contacts().stream().map(JourneyContact::contactId).toList();
    }

    private static Tuple tuple(String contact, long revision) {
        return Tuple.tuple(List.of(contact), revision);
    }
}
