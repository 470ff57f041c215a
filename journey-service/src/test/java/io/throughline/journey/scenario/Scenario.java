package io.throughline.journey.scenario;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.throughline.contracts.catalogue.Channel;
import io.throughline.contracts.catalogue.ChannelCatalogue;
import io.throughline.journey.domain.rules.NotServiceable;
import io.throughline.journey.domain.rules.OpeningHours;
import io.throughline.journey.domain.rules.ServiceLevel;
import io.throughline.journey.domain.rules.TenantRules;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A scenario file's entry, as src/test/resources/scenarios/README.md describes it. */
record Scenario(
        @JsonProperty("scenario") String name,
        String why,
        Instant start,
        Rules rules,
        Map<String, ScenarioContact> contacts,
        Map<String, List<String>> cases,
        List<String> identities,
        @JsonProperty("expect") List<ExpectedJourney> expected) {

    /** Monday, 2 November 2026, 10:00 in Hong Kong. */
    private static final Instant DEFAULT_START = Instant.parse("2026-11-02T02:00:00Z");

    Scenario {
        start = start == null ? DEFAULT_START : start;
        contacts = contacts == null ? Map.of() : contacts;
        cases = cases == null ? Map.of() : cases;
        identities = identities == null ? List.of() : identities;
        expected = expected == null ? List.of() : expected;
    }

    TenantRules tenantRules() {
        return rules == null ? TenantRules.defaults() : rules.over(TenantRules.defaults());
    }

    /** What a tenant has set beside the defaults. */
    record Rules(
            List<Channel> channels,
            List<OpeningHours> openingHours,
            List<ServiceLevel> serviceLevels,
            List<NotServiceable> notServiceable) {

        TenantRules over(TenantRules defaults) {
            return new TenantRules(
                    defaults.version(),
                    defaults.zone(),
                    channels == null ? defaults.channels() : new ChannelCatalogue(channels),
                    defaults.stitching(),
                    defaults.waiting(),
                    defaults.replies(),
                    defaults.windows(),
                    defaults.judging(),
                    openingHours == null ? defaults.openingHours() : openingHours,
                    serviceLevels == null ? defaults.serviceLevels() : serviceLevels,
                    notServiceable == null ? defaults.notServiceable() : notServiceable);
        }
    }

    /** A journey that must come out; a field that is not given is not compared. */
    record ExpectedJourney(
            List<String> contacts,
            String tenant,
            String customer,
            List<String> companions,
            List<String> outbound,
            String status,
            String intent,
            String entry,
            String exit,
            String resolution,
            String resolvedBy,
            List<String> handovers,
            List<ExpectedSwitch> switches) {

        ExpectedJourney {
            switches = switches == null ? List.of() : switches;
        }
    }

    /** A switch that must come out; a field that is not given is not compared. */
    record ExpectedSwitch(
            String from,
            String to,
            String verdict,
            String cause,
            String detail,
            Double probability,
            List<String> evidence,
            Boolean customerSaid,
            String eventVerdict,
            Boolean otherPerson) {}
}
