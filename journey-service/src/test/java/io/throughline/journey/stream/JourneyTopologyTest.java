package io.throughline.journey.stream;

import static io.throughline.journey.stream.Happenings.ended;
import static io.throughline.journey.stream.Happenings.id;
import static io.throughline.journey.stream.Happenings.redirected;
import static io.throughline.journey.stream.Happenings.started;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.contracts.event.Outcome;
import io.throughline.contracts.journey.Verdict;
import org.junit.jupiter.api.Test;

class JourneyTopologyTest {

    @Test
    void aRedirectFromTheBotToThePhoneIsOneJourneyWithAForcedSwitch() {
        try (var run = new TopologyRun()) {
            run.send(
                    started("chat-1", "chatbot", 0, id("customerId", "ann")),
                    redirected("chat-1", "phone", 2),
                    ended("chat-1", Outcome.UNRESOLVED, 3),
                    started("call-1", "phone", 10, id("customerId", "ann"), id("phone", "p1")),
                    ended("call-1", Outcome.RESOLVED, 20));
            run.publish();
            assertThat(run.journeys()).hasSize(1);
            assertThat(run.switches().values()).singleElement().satisfies(one -> assertThat(one.verdict())
                    .isEqualTo(Verdict.FORCED));
            System.out.println(run.journeys());
            System.out.println(run.identities());
        }
    }
}
