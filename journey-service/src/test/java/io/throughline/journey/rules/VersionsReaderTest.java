package io.throughline.journey.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.contracts.catalogue.Channel;
import io.throughline.contracts.catalogue.Channel.Group;
import io.throughline.contracts.catalogue.Channel.Timing;
import io.throughline.journey.domain.rules.Opening;
import io.throughline.journey.domain.rules.Promises;
import io.throughline.journey.domain.rules.RuleVersions;
import io.throughline.journey.domain.rules.TenantRules;
import io.throughline.servicekit.rules.RulesFile;
import io.throughline.servicekit.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionsReaderTest {

    private static final Instant NEW_YEAR = Instant.parse("2025-12-31T16:00:00Z");

    /** The file that docs/rules.md shows. */
    @Test
    void theExampleSaysWhatItSays() throws IOException {
        var versions = read(Files.readString(Path.of("../docs/rules-example.yaml")));
        var first = versions.at(Instant.parse("2026-06-30T15:59:59Z"));
        var second = versions.at(Instant.parse("2026-06-30T16:00:00Z"));

        assertThat(first.version()).isEqualTo("2026-01");
        assertThat(first.stitching()).isEqualTo(TenantRules.defaults().stitching());
        assertThat(first.waiting()).isEqualTo(TenantRules.defaults().waiting());
        assertThat(first.windows()).isEqualTo(TenantRules.defaults().windows());
        assertThat(first.judging()).isEqualTo(TenantRules.defaults().judging());
        assertThat(first.channels().of("kakaotalk"))
                .isEqualTo(new Channel("kakaotalk", Group.MESSAGING, false, Timing.ASYNCHRONOUS));
        assertThat(first.replies().limit(first.channels().of("kakaotalk"))).isEqualTo(Duration.ofMinutes(30));
        assertThat(first.replies().limit(first.channels().of("whatsapp"))).isEqualTo(Duration.ofHours(1));

        assertThat(second.version()).isEqualTo("2026-07");
        assertThat(second.stitching().reopening()).isEqualTo(Duration.ofDays(7));
        assertThat(second.stitching().gap()).isEqualTo(Duration.ofDays(7));
        assertThat(second.judging().oneSupporting()).isEqualTo(0.7);
        assertThat(second.openingHours()).isEqualTo(first.openingHours());
    }

    @ParameterizedTest
    @CsvSource({
        // Friday at noon, in the lunch break, and at seven, in Hong Kong; from September on until ten.
        "2026-05-08T04:00:00Z, , , true",
        "2026-05-08T05:30:00Z, , , false",
        "2026-05-08T11:00:00Z, , , false",
        "2026-09-04T11:00:00Z, , , true",
        "2026-12-25T04:00:00Z, , , false",
        // London opens at nine of its own clock: in winter nine o'clock UTC, in summer eight.
        "2026-01-05T08:59:59Z, london, , false",
        "2026-01-05T09:00:00Z, london, , true",
        "2026-07-06T07:59:59Z, london, , false",
        "2026-07-06T08:00:00Z, london, , true",
        // The clocks went forward on Sunday 29 March.
        "2026-03-27T08:30:00Z, london, , false",
        "2026-03-30T08:30:00Z, london, , true",
        "2026-01-05T03:00:00Z, london, lost-cards, true",
    })
    void theExamplesOpeningHours(Instant at, String site, String queue, boolean open) throws IOException {
        var rules =
                read(Files.readString(Path.of("../docs/rules-example.yaml"))).at(at);
        assertThat(Opening.of(rules, site, queue, "phone").isOpen(at)).isEqualTo(open);
    }

    @Test
    void theExamplesServiceLevels() throws IOException {
        var rules =
                read(Files.readString(Path.of("../docs/rules-example.yaml"))).at(NEW_YEAR);
        assertThat(Promises.longWait(rules, "phone", "billing", NEW_YEAR)).isEqualTo(90);
        assertThat(Promises.longWait(rules, "phone", "billing", Instant.parse("2026-02-28T16:00:00Z")))
                .isEqualTo(60);
        assertThat(Promises.longWait(rules, "chat", null, NEW_YEAR)).isEqualTo(120);
    }

    @Test
    void beforeTheFirstVersionThatBeginsTheDefaultsHold() {
        var versions = read(
                """
                tenant: acme
                versions:
                  - {version: a, from: 2026-01-01T00:00:00+08:00}
                """);
        assertThat(versions.at(NEW_YEAR.minusMillis(1)).version()).isEqualTo("default-1");
        assertThat(versions.at(NEW_YEAR).version()).isEqualTo("a");
    }

    /** What stands on line 4 of a file, and what is said of it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stitching: {gap: 7 weeks}          | 4:22: versions[0].stitching.gap: '7 weeks' cannot be read. Write a number with s, m, h or d, e.g. 90s or 72h.",
                "stitching: {gapp: 7d}              | 4:17: versions[0].stitching.gapp: this name is not known here. Known are gap, reconnect, reopening.",
                "stitching: 7d                      | 4:16: versions[0].stitching: this is no section. Write lines of 'name: value', indented alike.",
                "zone: Hongkong City                | 4:11: versions[0].zone: 'Hongkong City' cannot be read. Write a time zone by its IANA name, e.g. Asia/Hong_Kong.",
                "judging: {forcedFrom: 1.1}         | 4:27: versions[0].judging.forcedFrom: '1.1' cannot be read. Write a probability from 0 to 1, e.g. 0.7.",
                "judging: {habitJourneys: 0}        | 4:30: versions[0].judging.habitJourneys: '0' cannot be read. Write a whole number from 1 to 1000.",
                "replies: {groups: {chats: 2m}}     | 4:24: versions[0].replies.groups.chats: no group of channels has this name. Write for example chat, messaging or email.",
                "channels: [{code: x, group: chat}] | 4:16: versions[0].channels[0].timing: this is missing. Add 'timing:' with live or asynchronous.",
                "openingHours: [{week: {mo: []}}]   | 4:28: versions[0].openingHours[0].week.mo: this is no day and no span of days. Write mon to sun, or two of them in order: mon-fri.",
                "openingHours: [{week: {mon: [9-5]}}] | 4:34: versions[0].openingHours[0].week.mon[0]: '9-5' cannot be read. Write from and to on a clock of 24 hours in quotes, e.g. \"09:00-18:00\"; \"00:00-24:00\" is all day.",
                "openingHours: [{week: {mon-wed: [], tue: []}}] | 4:41: versions[0].openingHours[0].week.tue: one of these days stands here already. Name each day once.",
                "serviceLevels: [{channel: phone}]  | 4:21: versions[0].serviceLevels[0].within: this is missing. Add 'within:' with a duration, e.g. 60s.",
                "notServiceable: [{channel: fax, reason: closed}] | 4:45: versions[0].notServiceable[0].reason: 'closed' cannot be read. Write one of not_offered, decommissioned.",
                "from: 2026-07-01                   | 4:11: versions[0].from: '2026-07-01' cannot be read. Write a date and time with offset, e.g. 2026-07-01T00:00:00+08:00.",
            })
    void aMistakeIsToldWithItsPlaceAndRemedy(String line, String message) {
        assertThatThrownBy(() -> read("tenant: acme\nversions:\n  - version: a\n    " + line + "\n"))
                .isInstanceOf(SettingsException.class)
                .hasMessage("acme.yaml:" + message);
    }

    @Test
    void aChannelOrIntentThatNobodyKnowsIsASlip() {
        assertThatThrownBy(
                        () -> read(
                                """
                        tenant: acme
                        versions:
                          - version: a
                            notServiceable: [{channel: fone, intent: refnud, reason: not_offered}]
                        """))
                .hasMessageContaining(
                        "acme.yaml:4:32: versions[0].notServiceable[0].channel: no channel has the code 'fone'")
                .hasMessageContaining(
                        "acme.yaml:4:46: versions[0].notServiceable[0].intent: no intent has the code 'refnud'");
    }

    @Test
    void versionsAreInOrderOfTimeAndHaveNamesOfTheirOwn() {
        assertThatThrownBy(
                        () -> read(
                                """
                        tenant: acme
                        versions:
                          - {version: a, from: 2026-07-01T00:00:00+08:00}
                          - {version: b, from: 2026-06-01T00:00:00+08:00}
                          - {version: a, from: 2026-08-01T00:00:00+08:00}
                          - {version: c}
                        """))
                .hasMessageContaining("acme.yaml:4:18: versions[1].from: it is not later than the version before.")
                .hasMessageContaining("acme.yaml:5:6: versions[2].version: another version has this name.")
                .hasMessageContaining("acme.yaml:6:5: versions[3].from: this is missing.");
    }

    @Test
    void versionsWithoutANameAreEachToldWithTheirPlace() {
        assertThatThrownBy(
                        () -> read(
                                """
                        tenant: acme
                        versions:
                          - {zone: Asia/Hong_Kong}
                          - {from: 2026-08-01T00:00:00+08:00}
                          - {version: "", from: 2026-09-01T00:00:00+08:00}
                        """))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("acme.yaml:3:5: versions[0].version: this is missing.")
                .hasMessageContaining("acme.yaml:4:5: versions[1].version: this is missing.")
                .hasMessageContaining("acme.yaml:5:15: versions[2].version: '' cannot be read.")
                .hasMessageNotContaining("another version has this name");
    }

    private static RuleVersions read(String text) {
        return RulesFile.read("acme.yaml", "acme", text, VersionsReader::read).rules();
    }
}
