package io.throughline.journey.domain.explanation;

import io.throughline.contracts.journey.ChannelSwitch;
import io.throughline.contracts.journey.Evidence;
import io.throughline.journey.domain.explanation.Explanation.Fact;
import io.throughline.journey.domain.explanation.Explanation.Step;

/** One switch in words: the verdict, its cause, how sure it is, what the customer said, and every item of evidence. */
final class SwitchWords {

    private SwitchWords() {}

    static Step step(ChannelSwitch judged, Words words) {
        var text = words.join(
                words.moment(judged.at()),
                verdict(judged, words),
                probability(judged, words),
                customersWord(judged, words),
                judged.otherPerson() ? words.text("switch.otherPerson") : "",
                judged.evidence().isEmpty() ? words.text("evidence.none") : "");
        var facts = judged.evidence().stream()
                .map(item -> new Fact(evidence(item, words), item.item(), item.source(), item.id()))
                .toList();
        return new Step(Step.Kind.SWITCH, judged.at(), text, facts);
    }

    private static String verdict(ChannelSwitch judged, Words words) {
        var from = words.channel(judged.fromChannel());
        var to = words.channel(judged.toChannel());
        var cause = judged.cause();
        var key = "switch." + judged.verdict();
        return cause == null
                ? words.text(key, from, to, words.text("cause.none"))
                : words.text(key, from, to, words.text("cause." + cause));
    }

    /** Said only where it is not certain either way. */
    private static String probability(ChannelSwitch judged, Words words) {
        long percent = Math.round(judged.probability() * 100);
        return percent <= 0 || percent >= 100 ? "" : words.text("switch.probability", percent);
    }

    private static String customersWord(ChannelSwitch judged, Words words) {
        var chose = judged.customerSaid();
        if (chose == null) {
            return "";
        }
        var said = words.text(chose ? "switch.said.chose" : "switch.said.forced");
        return judged.verdict() == judged.eventVerdict()
                ? said
                : words.join(said, words.text("switch.byEvents", words.text("verdict." + judged.eventVerdict())));
    }

    private static String evidence(Evidence item, Words words) {
        var strength = words.text("strength." + item.strength());
        var what = words.term("item", item.item());
        var detail = item.detail();
        return detail == null
                ? words.text("evidence", strength, words.time(item.at()), what)
                : words.text("evidence.detail", strength, words.time(item.at()), what, words.term("detail", detail));
    }
}
