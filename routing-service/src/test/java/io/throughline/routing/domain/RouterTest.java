package io.throughline.routing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.throughline.contracts.routing.RoutingDecision.Option;
import io.throughline.contracts.routing.RoutingDecision.Reason;
import io.throughline.routing.domain.Recommendation.NoGoodChannel;
import io.throughline.routing.domain.Recommendation.NotEnoughEvidence;
import io.throughline.routing.domain.Recommendation.Recommended;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouterTest {

    private final Router router = new Router(10);

    /** Web starts at 0.5 and phone at 0.25; n of n solved by phone make (2.5 + n) / (10 + n), which is 0.5 at n = 5. */
    @ParameterizedTest
    @CsvSource({"4, web", "5, phone", "6, phone"})
    void measurementOutweighsTheSurvey(long solvedByPhone, String expected) {
        var measured = Map.of("phone", allSolved(solvedByPhone));

        assertThat(router.recommend(question("bill-payment", null, "phone", "web"), measured))
                .isInstanceOfSatisfying(
                        Recommended.class, found -> assertThat(found.channel()).isEqualTo(expected));
    }

    @Test
    void ofEqualsTheCustomersChannelComesFirst() {
        var measured = Map.of("phone", allSolved(5));

        var found = router.recommend(question("bill-payment", "web", "phone", "web"), measured);

        assertThat(found.options()).extracting(Option::channel).containsExactly("web", "phone");
        assertThat(codes(found)).containsExactly("NOT_MEASURED", "SURVEY_PREFERENCE", "NO_SWITCH_NEEDED");
    }

    @Test
    void ofEqualsElsewhereTheCodeDecides() {
        var found = router.recommend(question("bill-payment", "fax", "web", "app", "fax"), Map.of());

        assertThat(found.options()).extracting(Option::channel).containsExactly("app", "web", "fax");
    }

    @Test
    void channelThatFailedIsPushedBehindTheWorst() {
        var found = router.recommend(failed("bill-payment", Set.of("web"), "web", "fax", "letter"), Map.of());

        assertThat(found.options())
                .containsExactly(
                        new Option("fax", 0.25, 0, false),
                        new Option("letter", 0.25, 0, false),
                        new Option("web", 0.5, 0, true));
        assertThat(codes(found)).containsExactly("FAILED_BEFORE", "NOT_MEASURED");
    }

    @Test
    void whereEveryChannelFailedNoneIsGood() {
        var found = router.recommend(failed("bill-payment", Set.of("web", "fax", "app"), "web", "fax"), Map.of());

        assertThat(found).isInstanceOf(NoGoodChannel.class);
        assertThat(found.options()).extracting(Option::channel).containsExactly("web", "fax");
        assertThat(codes(found)).containsExactly("ALL_CHANNELS_FAILED");
    }

    @Test
    void withoutChannelsNoneIsGood() {
        var found = router.recommend(question("bill-payment", "web"), Map.of("web", allSolved(100)));

        assertThat(found).isInstanceOf(NoGoodChannel.class);
        assertThat(codes(found)).containsExactly("NO_CHANNEL_AVAILABLE");
    }

    @Test
    void whereNothingTellsChannelsApartNoneIsRecommended() {
        var found = router.recommend(question("complaint", null, "chat", "phone"), Map.of());

        assertThat(found).isInstanceOf(NotEnoughEvidence.class);
        assertThat(codes(found)).containsExactly("NOT_ENOUGH_EVIDENCE");
    }

    @Test
    void whereNothingTellsChannelsApartTheCustomerStays() {
        var found = router.recommend(question("complaint", "phone", "chat", "phone"), Map.of());

        assertThat(found).isInstanceOfSatisfying(Recommended.class, stay -> assertThat(stay.channel())
                .isEqualTo("phone"));
        assertThat(codes(found)).containsExactly("NOT_MEASURED", "NO_SWITCH_NEEDED");
    }

    @Test
    void oneMeasuredContactTellsChannelsApart() {
        var unsolved = new Measured(new Counts(0, 1), new Counts(0, 1));

        var found = router.recommend(question("complaint", null, "chat", "phone"), Map.of("chat", unsolved));

        assertThat(found).isInstanceOfSatisfying(Recommended.class, best -> assertThat(best.channel())
                .isEqualTo("phone"));
    }

    @Test
    void reasonsSayWhatWasMeasuredInBothLanguages() {
        var measured = Map.of("app", new Measured(new Counts(30, 50), new Counts(70, 150)));

        var reasons = router.recommend(question("bill-payment", null, "app"), measured)
                .reasons();

        assertThat(reasons)
                .containsExactly(
                        new Reason(
                                "MEASURED_FOR_INTENT",
                                Map.of(
                                        "en",
                                        "Of 50 first contacts via app about bill payment, 30 solved the issue.",
                                        "zh-Hant",
                                        "經應用程式處理「繳費」的 50 次首次聯絡中，30 次便解決問題。")),
                        new Reason(
                                "SURVEY_PREFERENCE",
                                Map.of(
                                        "en",
                                        "In a survey of 2018 50 % of customers preferred app for bill payment (HKACE)."
                                                + " A preference is no resolution rate, so it counts as 10 contacts"
                                                + " only.",
                                        "zh-Hant",
                                        "2018 年一項調查中，50% 的客戶偏好以應用程式處理「繳費」（HKACE）。" + "偏好不等於解決率，故只當作 10 次聯絡計算。")));
    }

    @Test
    void channelMeasuredForOtherIntentsSpeaksForItself() {
        var measured = Map.of("chat", new Measured(Counts.NONE, new Counts(1, 1)));

        var found = router.recommend(question("refund", null, "chat"), measured);

        assertThat(codes(found)).containsExactly("MEASURED_IN_CHANNEL");
        assertThat(found.reasons().getFirst().text())
                .containsEntry(
                        "en",
                        "Nothing is measured about refund via live chat yet; of one first contact about anything, 1"
                                + " solved the issue.");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void priorStrengthMustBeANumberOfContacts(double strength) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Router(strength));
    }

    private static Measured allSolved(long contacts) {
        var counts = new Counts(contacts, contacts);
        return new Measured(counts, counts);
    }

    private static Question question(String intent, String current, String... candidates) {
        return new Question(intent, current, new TreeSet<>(List.of(candidates)), new TreeSet<>());
    }

    private static Question failed(String intent, Set<String> failed, String... candidates) {
        return new Question(intent, null, new TreeSet<>(List.of(candidates)), new TreeSet<>(failed));
    }

    private static List<String> codes(Recommendation recommendation) {
        return recommendation.reasons().stream().map(Reason::code).toList();
    }
}
