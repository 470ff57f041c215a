package io.throughline.journey.domain.rules;

import io.throughline.contracts.catalogue.ChannelCatalogue;
import java.time.ZoneId;
import java.util.List;

/**
 * Everything a tenant can set about journeys and verdicts. A change is a new version.
 *
 * @param version names these rules in every verdict they made
 * @param zone the tenant's zone, for schedules of sites that name none
 * @param channels the standard channels and the tenant's own
 * @param stitching which contacts are one journey
 * @param waiting from when waiting is evidence
 * @param replies by when a reply is due
 * @param windows how soon after a contact the next one counts as a switch
 * @param judging how evidence is weighed
 * @param openingHours when which site and channel is open; none means always open
 * @param serviceLevels the waits the tenant has published
 * @param notServiceable which channels cannot serve which intents, since when
 */
public record TenantRules(
        String version,
        ZoneId zone,
        ChannelCatalogue channels,
        StitchingRules stitching,
        WaitingRules waiting,
        ReplyRules replies,
        SwitchWindows windows,
        JudgingRules judging,
        List<OpeningHours> openingHours,
        List<ServiceLevel> serviceLevels,
        List<NotServiceable> notServiceable) {

    public TenantRules {
        openingHours = List.copyOf(openingHours);
        serviceLevels = List.copyOf(serviceLevels);
        notServiceable = List.copyOf(notServiceable);
    }

    /** The rules of a tenant that has set none. */
    public static TenantRules defaults() {
        return new TenantRules(
                "default-1",
                ZoneId.of("Asia/Hong_Kong"),
                ChannelCatalogue.standard(),
                StitchingRules.DEFAULTS,
                WaitingRules.DEFAULTS,
                ReplyRules.DEFAULTS,
                SwitchWindows.DEFAULTS,
                JudgingRules.DEFAULTS,
                List.of(),
                List.of(),
                List.of());
    }
}
