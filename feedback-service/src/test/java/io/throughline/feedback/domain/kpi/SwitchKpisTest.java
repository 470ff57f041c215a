package io.throughline.feedback.domain.kpi;

import static io.throughline.feedback.domain.kpi.Counted.sums;
import static io.throughline.testkit.journey.SampleContact.START;
import static io.throughline.testkit.journey.SampleContact.on;
import static io.throughline.testkit.journey.SampleJourney.journey;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.contracts.journey.Evidence.Strength;
import io.throughline.contracts.journey.Verdict;
import io.throughline.testkit.journey.SampleJourney;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SwitchKpisTest {

    @ParameterizedTest(name = "{0} by {1}")
    @CsvSource({
        "FORCED, P, 1/1, 1/1, 1/1, 1/1",
        "FORCED_WITH_CONSENT, P, 1/1, 1/1, 1/1, 1/1",
        "FORCED, S, 0/1, 1/1, 1/1, 1/1",
        "VOLUNTARY, V, 0/1, 0/1, 0/1, 0/1",
        "UNDETERMINED, S, 0/0, 0/0, 0/1, 1/1",
    })
    void treatsDoubtInFourWays(
            Verdict verdict, Strength evidence, String strict, String probable, String low, String high) {
        var issue = switched(verdict, evidence);

        assertThat(sums("switch.forced:strict", issue)).isEqualTo(strict);
        assertThat(sums("switch.forced:probable", issue)).isEqualTo(probable);
        assertThat(sums("switch.forced:low", issue)).isEqualTo(low);
        assertThat(sums("switch.forced:high", issue)).isEqualTo(high);
    }

    @Test
    void belongsToTheChannelLeftAndTheTimeOfTheNextContact() {
        assertThat(Counted.contributions("switch.forced:strict", switched(Verdict.FORCED, Strength.P)))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.at()).isEqualTo(START.plusSeconds(3600));
                    assertThat(change.dimensions())
                            .isEqualTo(new Dimensions("chatbot", "bill-payment", "HK", "bots", "unknown"));
                    assertThat(change.contacts()).extracting("contactId").containsExactly("j-0", "j-1");
                });
    }

    @Test
    void ratesSwitchesAmongIssuesWithTwoContacts() {
        assertThat(sums("switch.rate", journey("j").contact(on("phone")))).isEqualTo("0/0");
        assertThat(sums("switch.rate", journey("j").contact(on("phone")).contact(on("phone"))))
                .isEqualTo("0/1");
        assertThat(sums("switch.rate", switched(Verdict.VOLUNTARY))).isEqualTo("1/1");
    }

    private static SampleJourney switched(Verdict verdict, Strength... evidence) {
        return journey("j")
                .contact(on("chatbot").queue("bots"))
                .contact(on("phone").at(START.plusSeconds(3600)).queue("billing"))
                .switched(verdict, evidence);
    }
}
