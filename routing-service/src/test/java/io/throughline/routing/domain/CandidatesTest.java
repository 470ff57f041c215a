package io.throughline.routing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CandidatesTest {

    @Test
    void whoAsksDecides() {
        assertThat(Candidates.of(List.of("phone", "fax"), "web", List.of("chat")))
                .containsExactly("fax", "phone");
        assertThat(Candidates.of(List.of(), "web", List.of("chat"))).isEmpty();
    }

    @Test
    void elseTheChannelsWhereCustomersWereServedAndWhereThisOneIs() {
        assertThat(Candidates.of(null, "web", List.of("chat", "phone"))).containsExactly("chat", "phone", "web");
        assertThat(Candidates.of(null, null, List.of("chat"))).containsExactly("chat");
    }

    @Test
    void withNothingMeasuredTheSurveysChannels() {
        assertThat(Candidates.of(null, "ivr", List.of())).containsExactly("app", "ivr", "phone", "store", "web");
    }
}
