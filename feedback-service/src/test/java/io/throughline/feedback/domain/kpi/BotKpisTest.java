package io.throughline.feedback.domain.kpi;

import static io.throughline.feedback.domain.kpi.Counted.sums;
import static io.throughline.testkit.journey.SampleContact.START;
import static io.throughline.testkit.journey.SampleContact.on;
import static io.throughline.testkit.journey.SampleJourney.journey;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BotKpisTest {

    @Test
    void knowsBotSessionsByChannelServerAndHandover() {
        assertThat(sums("handover.rate", journey("j").contact(on("ivr")))).isEqualTo("0/1");
        assertThat(sums("handover.rate", journey("j").contact(on("chat").servedBy("bot"))))
                .isEqualTo("0/1");
        assertThat(sums(
                        "handover.rate",
                        journey("j").contact(on("chat").servedBy("human")).handedOver()))
                .isEqualTo("1/1");
        assertThat(sums("handover.rate", journey("j").contact(on("chat").servedBy("human"))))
                .isEqualTo("0/0");
        assertThat(sums("handover.rate", journey("j").contact(on("web")))).isEqualTo("0/0");
    }

    @Test
    void containsNaivelyWhatNoPersonServed() {
        assertThat(sums("containment.naive", journey("j").contact(on("chatbot").servedBy("bot"))))
                .isEqualTo("1/1");
        assertThat(sums("containment.naive", journey("j").contact(on("chatbot").servedBy("human"))))
                .isEqualTo("0/1");
    }

    @ParameterizedTest(name = "{0}, {1} s after seven days from the end: {2}")
    @CsvSource({"phone, 0, 0/1", "phone, 1, 1/1", "web, 0, 1/1", "chatbot, 0, 2/2"})
    void containsTrulyWhatNobodyFollowsToAPerson(String channel, long seconds, String expected) {
        var end = START.plus(Duration.ofMinutes(10)).plus(Duration.ofDays(7));
        var issue = journey("j")
                .contact(on("chatbot").servedBy("bot"))
                .contact(on(channel).at(end.plusSeconds(seconds)));

        assertThat(sums("containment.true:w7d", issue)).isEqualTo(expected);
    }

    @Test
    void containsNothingThatIsAboutNothing() {
        assertThat(sums(
                        "containment.true:w7d",
                        journey("j").intent(null).contact(on("chatbot").servedBy("bot"))))
                .isEqualTo("0/0");
    }
}
