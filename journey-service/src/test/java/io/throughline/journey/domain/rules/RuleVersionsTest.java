package io.throughline.journey.domain.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.contracts.event.ContactContext;
import io.throughline.contracts.event.ContactData;
import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.event.EventData;
import io.throughline.contracts.event.Identifier;
import io.throughline.contracts.event.Outcome;
import io.throughline.contracts.event.Party;
import io.throughline.contracts.journey.ChannelSwitch;
import io.throughline.journey.domain.Batch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleVersionsTest {

    private static final Instant JULY = Instant.parse("2026-07-01T00:00:00Z");

    @Test
    void aVersionHoldsFromItsMomentUntilTheNext() {
        var versions = RuleVersions.always(named("a")).from(JULY, named("b"));
        assertThat(versions.at(JULY.minusNanos(1)).version()).isEqualTo("a");
        assertThat(versions.at(JULY).version()).isEqualTo("b");
        assertThat(versions.at(Instant.MAX).version()).isEqualTo("b");
    }

    @Test
    void someVersionHoldsSinceEverAndNoNameIsGivenTwice() {
        assertThatThrownBy(() -> new RuleVersions(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RuleVersions.always(named("a")).from(JULY, named("a")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSwitchIsJudgedByTheRulesOfItsSecondContactsBeginning() {
        var versions = RuleVersions.always(named("a")).from(JULY, named("b"));
        assertThat(switches(JULY.minusSeconds(7200), JULY.minusSeconds(1), versions))
                .extracting(ChannelSwitch::ruleVersion)
                .containsExactly("a");
        assertThat(switches(JULY.minusSeconds(7200), JULY, versions))
                .extracting(ChannelSwitch::ruleVersion)
                .containsExactly("b");
    }

    /** A gap of a day from July on takes no journey apart that began before. */
    @Test
    void anIssueKeepsTheTermsUnderWhichItBegan() {
        var shorter = stitching("b", Duration.ofDays(1));
        var versions = RuleVersions.always(named("a")).from(JULY, shorter);
        var threeDays = Duration.ofDays(3);
        assertThat(journeys(JULY.minusSeconds(1), JULY.plus(threeDays), versions))
                .isEqualTo(1);
        assertThat(journeys(JULY, JULY.plus(threeDays), versions)).isEqualTo(2);
    }

    private static List<ChannelSwitch> switches(Instant first, Instant second, RuleVersions versions) {
        return List.copyOf(batch(first, second, versions).switches().values());
    }

    private static int journeys(Instant first, Instant second, RuleVersions versions) {
        return batch(first, second, versions).journeys().size();
    }

    /** A chat that ended unsolved after a minute, and a call. */
    private static Batch batch(Instant chat, Instant call, RuleVersions versions) {
        return Batch.recompute(
                List.of(
                        event("chat", chat, new ContactData.Started(context("chat"))),
                        event(
                                "chat",
                                chat.plusSeconds(60),
                                new ContactData.Ended(
                                        ContactContext.EMPTY, Party.CUSTOMER, Outcome.UNRESOLVED, null, null)),
                        event("call", call, new ContactData.Started(context("phone")))),
                tenant -> versions);
    }

    private static ContactEvent event(String contact, Instant at, EventData data) {
        return new ContactEvent("acme", "/test", contact + at, contact, at, at, null, data);
    }

    private static ContactContext context(String channel) {
        var ann = List.of(Identifier.tokenised("customerId", "ann"));
        return new ContactContext(
                channel, ann, null, null, null, null, List.of(), null, null, null, null, null, null, null, null);
    }

    private static TenantRules named(String version) {
        return stitching(version, Duration.ofDays(7));
    }

    private static TenantRules stitching(String version, Duration gap) {
        var defaults = TenantRules.defaults();
        return new TenantRules(
                version,
                defaults.zone(),
                defaults.channels(),
                new StitchingRules(gap, Duration.ofHours(72), Duration.ofMinutes(5)),
                defaults.waiting(),
                defaults.replies(),
                defaults.windows(),
                defaults.judging(),
                List.of(),
                List.of(),
                List.of());
    }
}
