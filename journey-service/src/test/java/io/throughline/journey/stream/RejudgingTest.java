package io.throughline.journey.stream;

import static io.throughline.journey.stream.Happenings.id;
import static io.throughline.journey.stream.Happenings.redirected;
import static io.throughline.journey.stream.Happenings.started;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.journey.Change;
import io.throughline.contracts.journey.Change.Because;
import io.throughline.contracts.journey.ChannelSwitch;
import io.throughline.contracts.journey.Journey;
import io.throughline.journey.domain.Journeys;
import io.throughline.journey.domain.contact.CaseFact;
import io.throughline.journey.domain.contact.PlacedContact;
import io.throughline.journey.domain.rules.RuleVersions;
import io.throughline.journey.domain.rules.SwitchWindows;
import io.throughline.journey.domain.rules.TenantRules;
import io.throughline.journey.stream.customer.JourneyFunction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A tenant's changed rules restate its customers, and nobody else's, without any event. */
class RejudgingTest {

    private static final int CUSTOMERS = 450;

    private final Rules rules = new Rules();
    private final TopologyRun run = new TopologyRun(rules);

    @AfterEach
    void stop() {
        run.close();
    }

    @Test
    void changedRulesRestateEveryCustomerOfTheTenantSomeHundredAtATime() {
        run.send(customers("t1")).send(customers("t2")).publish();
        assertThat(run.switches()).hasSize(2 * CUSTOMERS);

        rules.change(version("2", TenantRules.defaults().windows()));
        var restated = new ArrayList<Long>();
        for (int i = 0; i < 4; i++) {
            run.publish();
            restated.add(count("2"));
        }

        assertThat(restated).containsExactly(200L, 400L, 450L, 450L);
        assertThat(run.published()).isZero();
        assertThat(run.switches().values())
                .filteredOn(one -> one.ruleVersion().equals("2"))
                .allSatisfy(one -> {
                    assertThat(one.tenant()).isEqualTo("t1");
                    assertThat(one.revision()).isEqualTo(2);
                    assertThat(one.changes())
                            .containsExactly(new Change("ruleVersion", "default-1", "2", Because.NEW_RULES));
                });
    }

    @Test
    void aSwitchThatNewRulesDoNotSeeGoesAndItsJourneySaysWhy() {
        run.send(customers("t1")).publish();
        var second = Duration.ofSeconds(1);

        rules.change(version("2", new SwitchWindows(second, second, second)));
        run.publish().publish().publish();

        assertThat(run.switches()).isEmpty();
        assertThat(run.journeys().values()).hasSize(CUSTOMERS).allSatisfy(journey -> assertThat(journey.changes())
                .containsExactly(
                        new Change("forcedSwitches", "1", "0", Because.NEW_RULES),
                        new Change("switches", "1", "0", Because.NEW_RULES)));
    }

    @Test
    void rulesThatSayTheSameRestateNothing() {
        run.send(customers("t1")).publish();
        rules.change(TenantRules.defaults());
        run.publish().publish().publish();
        assertThat(run.published()).isZero();
        assertThat(run.journeys().values()).extracting(Journey::revision).containsOnly(1L);
    }

    private long count(String version) {
        return run.switches().values().stream()
                .map(ChannelSwitch::ruleVersion)
                .filter(version::equals)
                .count();
    }

    private static List<ContactEvent> customers(String tenant) {
        var events = new ArrayList<ContactEvent>();
        for (int i = 0; i < CUSTOMERS; i++) {
            var who = id("phone", "p" + i);
            events.add(started("chat-" + i, "chatbot", 0, who));
            events.add(redirected("chat-" + i, "phone", 2));
            events.add(started("call-" + i, "phone", 9, who));
        }
        return events.stream()
                .map(event -> event.receivedFor(tenant, event.time()))
                .toList();
    }

    private static TenantRules version(String name, SwitchWindows windows) {
        var defaults = TenantRules.defaults();
        return new TenantRules(
                name,
                defaults.zone(),
                defaults.channels(),
                defaults.stitching(),
                defaults.waiting(),
                defaults.replies(),
                windows,
                defaults.judging(),
                List.of(),
                List.of(),
                List.of());
    }

    /** Tenant t1 has rules of its own. */
    private static final class Rules implements JourneyFunction {

        private TenantRules own = TenantRules.defaults();
        private long edition;

        void change(TenantRules other) {
            own = other;
            edition++;
        }

        @Override
        public List<Journey> journeysOf(
                String tenant, String customerId, Collection<PlacedContact> contacts, Collection<CaseFact> cases) {
            var rules = tenant.equals("t1") ? RuleVersions.always(own) : RuleVersions.defaults();
            return Journeys.of(tenant, customerId, contacts, cases, rules);
        }

        @Override
        public long edition() {
            return edition;
        }

        @Override
        public String digest(String tenant) {
            return tenant.equals("t1") ? "t1-" + edition : "default";
        }
    }
}
