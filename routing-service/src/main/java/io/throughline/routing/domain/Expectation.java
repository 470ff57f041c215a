package io.throughline.routing.domain;

/** How likely a channel solves an issue at the first contact. */
final class Expectation {

    private Expectation() {}

    /**
     * Beta-binomial in two levels: the survey's preference is where the belief in the channel starts, the channel's
     * contacts about other intents move it, and the result is where the belief in the channel for this intent starts,
     * which its own contacts move. Each start counts as {@code priorStrength} contacts: the less is measured about the
     * intent, the more the channel as a whole speaks, and with nothing measured the survey alone.
     *
     * @return more than 0, less than 1
     */
    static double of(String channel, String intent, Measured measured, double priorStrength) {
        var inChannel = Beta.of(SurveyPreference.start(channel, intent), priorStrength)
                .after(measured.channel().without(measured.intent()));
        var forIntent = Beta.of(inChannel.mean(), priorStrength).after(measured.intent());
        return forIntent.mean();
    }
}
