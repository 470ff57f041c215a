package io.throughline.testkit.simulator;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A way that an issue can go.
 *
 * @param name as in {@link PlantedIssue#story()}
 * @param weight how often, against the other stories that begin on the same channel
 * @param entryChannels where it can begin
 * @param script writes it
 */
record Story(String name, double weight, Set<String> entryChannels, Consumer<IssueScript> script) {

    static final Set<String> BOTS = Set.of("chatbot", "ivr");
    static final Set<String> SITES = Set.of("web", "app");
    static final Set<String> PEOPLE = Set.of("phone", "chat", "store", "email", "whatsapp", "messenger", "wechat");
    static final Set<String> EVERYWHERE = union(BOTS, SITES, PEOPLE);

    /** Every story. A new one is an entry here and a method beside its kind. */
    static final List<Story> ALL = List.of(
            new Story("solved-at-first-contact", 100, EVERYWHERE, PlainStories::solvedAtFirstContact),
            new Story("solved-after-repeat", 16, union(PEOPLE, SITES), PlainStories::solvedAfterRepeat),
            new Story("left-unsolved", 6, EVERYWHERE, PlainStories::leftUnsolved),
            new Story("handed-over-by-bot", 25, Set.of("chatbot"), PlainStories::handedOverByBot),
            new Story("transferred-by-voice", 11, Set.of("phone"), PlainStories::transferredByVoice),
            new Story("called-back", 4, Set.of("phone"), PlainStories::calledBack),
            new Story("cut-off-and-back", 2, Set.of("phone"), PlainStories::cutOffAndBack),
            new Story("hung-up-by-mistake", 4, Set.of("phone"), PlainStories::hungUpByMistake),
            new Story("payment-link-in-call", 6, Set.of("phone"), PlainStories::paymentLinkInCall),
            new Story("followed-up", 6, Set.of("phone", "email", "chat"), PlainStories::followedUp),
            new Story("reopened", 3, PEOPLE, PlainStories::reopened),
            new Story("back-after-days", 4, union(BOTS, SITES, Set.of("phone", "chat")), PlainStories::backAfterDays),
            new Story("redirected-by-agent", 8, PEOPLE, ForcedStories::redirectedByAgent),
            new Story("redirected-by-bot-or-site", 9, union(BOTS, SITES), ForcedStories::redirectedByBotOrSite),
            new Story("transferred-to-phone", 16, Set.of("chat"), ForcedStories::transferredToPhone),
            new Story("closed-in-the-evening", 5, Set.of("phone", "chat"), ForcedStories::closedInTheEvening),
            new Story("outage", 3, SITES, ForcedStories::outage),
            new Story("bot-dead-end", 30, BOTS, ForcedStories::botDeadEnd),
            new Story("site-dead-end", 10, SITES, ForcedStories::siteDeadEnd),
            new Story("long-wait", 9, Set.of("phone"), ForcedStories::longWait),
            new Story("locked-out", 2, SITES, ForcedStories::lockedOut),
            new Story("no-reply", 14, Set.of("email"), ForcedStories::noReply),
            new Story("cut-off", 2, Set.of("phone", "chat"), ForcedStories::cutOff),
            new Story("signature-needed", 3, union(SITES, Set.of("chat")), ForcedStories::signatureNeeded),
            new Story("failed-then-asked", 5, union(BOTS, SITES), ForcedStories::failedThenAsked),
            new Story("failed-then-offered-one", 3, union(BOTS, SITES), ForcedStories::failedThenOfferedOne),
            new Story("two-hints", 3, SITES, ForcedStories::twoHints),
            new Story("said-to-be-forced", 1, EVERYWHERE, ForcedStories::saidToBeForced),
            new Story("asked-for-another-channel", 13, PEOPLE, ChoiceStories::askedForAnotherChannel),
            new Story("chose-of-two", 13, union(BOTS, Set.of("chat")), ChoiceStories::choseOfTwo),
            new Story("left-by-choice", 21, union(SITES, Set.of("chat")), ChoiceStories::leftByChoice),
            new Story("nothing-known", 3, union(SITES, Set.of("store", "phone")), ChoiceStories::nothingKnown),
            new Story("said-to-be-chosen", 2, union(SITES, Set.of("store")), ChoiceStories::saidToBeChosen),
            new Story("short-wait", 4, Set.of("phone"), ChoiceStories::shortWait),
            new Story("reopened-elsewhere", 3, PEOPLE, ChoiceStories::reopenedElsewhere));

    /** A story for an issue that begins on this channel. */
    static Story beginningOn(String channel, Chance chance) {
        return chance.weighted(ALL.stream()
                .filter(story -> story.entryChannels().contains(channel))
                .map(story -> new Weighted<>(story, story.weight()))
                .toList());
    }

    @SafeVarargs
    private static Set<String> union(Set<String>... sets) {
        return Stream.of(sets).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }
}
