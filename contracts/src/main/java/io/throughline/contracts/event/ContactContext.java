package io.throughline.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What any event may say about its contact. Null (or an empty list) means "not known", never "none".
 *
 * @param channel channel code ({@link io.throughline.contracts.catalogue.ChannelCatalogue}); a later event without it
 *     means "the same"
 * @param identifiers who the customer is, as the platform saw it
 * @param direction who came to whom
 * @param initiation how the contact came to be
 * @param intent code of the intent catalogue or the tenant's own
 * @param caseId the id at the platform
 * @param references order, booking or ticket numbers
 * @param previousContactId contact id of the same source that this one continues
 * @param relatedContactId contact id of the same source that this one belongs with
 * @param market ISO 3166-1 alpha-2
 * @param language BCP 47
 * @param queue the queue the contact waits in or was served from
 * @param agentId the platform's id of the agent
 * @param site where the agent or the branch is; opening hours are the site's
 * @param segment the tenant's own customer segment
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ContactContext(
        @Nullable String channel,
        List<Identifier> identifiers,
        @Nullable Direction direction,
        @Nullable Initiation initiation,
        @Nullable String intent,
        @Nullable String caseId,
        List<String> references,
        @Nullable String previousContactId,
        @Nullable String relatedContactId,
        @Nullable String market,
        @Nullable String language,
        @Nullable String queue,
        @Nullable String agentId,
        @Nullable String site,
        @Nullable String segment) {

    /** Nothing known. */
    public static final ContactContext EMPTY = new ContactContext(
            null, List.of(), null, null, null, null, List.of(), null, null, null, null, null, null, null, null);

    public ContactContext {
        identifiers = identifiers == null ? List.of() : List.copyOf(identifiers);
        references = references == null ? List.of() : List.copyOf(references);
    }

    /** The same context with other identifiers: intake replaces raw ones by tokens with it. */
    public ContactContext withIdentifiers(List<Identifier> others) {
        return new ContactContext(
                channel,
                others,
                direction,
                initiation,
                intent,
                caseId,
                references,
                previousContactId,
                relatedContactId,
                market,
                language,
                queue,
                agentId,
                site,
                segment);
    }
}
