package io.throughline.routing.domain;

import static java.util.Comparator.comparing;

import io.throughline.contracts.routing.RoutingDecision.Option;
import io.throughline.contracts.routing.RoutingDecision.Reason;
import io.throughline.routing.domain.Recommendation.NoGoodChannel;
import io.throughline.routing.domain.Recommendation.NotEnoughEvidence;
import io.throughline.routing.domain.Recommendation.Recommended;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Recommends the channel that most likely solves the issue at the first contact.
 *
 * @param priorStrength as how many measured contacts the survey's preference counts, more than 0
 */
public record Router(double priorStrength) {

    public Router {
        if (!(priorStrength > 0) || Double.isInfinite(priorStrength)) {
            throw new IllegalArgumentException("the prior strength must be a number of contacts, more than 0");
        }
    }

    /**
     * Channels that have not failed yet come first, of those the most promising; of equals the one where the customer
     * is, so that nobody is sent elsewhere for nothing, then by code.
     *
     * @param measured by channel; a channel that is missing was not measured
     */
    public Recommendation recommend(Question question, Map<String, Measured> measured) {
        var options = question.candidates().stream()
                .map(channel -> option(channel, question, of(channel, measured)))
                .sorted(comparing(Option::failedBefore)
                        .thenComparing(comparing(Option::expectedResolution).reversed())
                        .thenComparing(option -> !option.channel().equals(question.currentChannel()))
                        .thenComparing(Option::channel))
                .toList();
        if (options.isEmpty()) {
            return new NoGoodChannel(options, List.of(Reasons.noChannelAvailable()));
        }
        var best = options.getFirst();
        if (best.failedBefore()) {
            return new NoGoodChannel(options, List.of(Reasons.allChannelsFailed()));
        }
        boolean stays = best.channel().equals(question.currentChannel());
        if (!stays && options.stream().noneMatch(option -> isEvident(option, question.intent()))) {
            return new NotEnoughEvidence(options, List.of(Reasons.notEnoughEvidence(question.intent())));
        }
        return new Recommended(options, reasons(options, question, of(best.channel(), measured)));
    }

    private Option option(String channel, Question question, Measured measured) {
        return new Option(
                channel,
                Expectation.of(channel, question.intent(), measured, priorStrength),
                measured.contacts(),
                question.failed().contains(channel));
    }

    private List<Reason> reasons(List<Option> options, Question question, Measured measured) {
        var best = options.getFirst().channel();
        var intent = question.intent();
        var reasons = new ArrayList<Reason>();
        options.stream()
                .filter(Option::failedBefore)
                .forEach(option -> reasons.add(Reasons.failedBefore(option.channel())));
        if (measured.intent().contacts() > 0) {
            reasons.add(Reasons.measuredForIntent(best, intent, measured.intent()));
        } else if (measured.channel().contacts() > 0) {
            reasons.add(Reasons.measuredInChannel(best, intent, measured.channel()));
        } else {
            reasons.add(Reasons.notMeasured(best, intent));
        }
        SurveyPreference.share(best, intent)
                .ifPresent(share -> reasons.add(Reasons.surveyPreference(best, intent, share, priorStrength)));
        if (best.equals(question.currentChannel())) {
            reasons.add(Reasons.noSwitchNeeded());
        }
        return reasons;
    }

    private static boolean isEvident(Option option, String intent) {
        return option.measured() > 0
                || SurveyPreference.share(option.channel(), intent).isPresent();
    }

    private static Measured of(String channel, Map<String, Measured> measured) {
        return measured.getOrDefault(channel, Measured.NOTHING);
    }
}
