package io.throughline.contracts.topic;

import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.intake.RejectedEvent;
import io.throughline.contracts.journey.ChannelSwitch;
import io.throughline.contracts.journey.CustomerErasure;
import io.throughline.contracts.journey.CustomerIdentity;
import io.throughline.contracts.journey.Journey;
import io.throughline.contracts.kpi.Kpi;
import io.throughline.contracts.kpi.KpiRevision;
import io.throughline.contracts.routing.RoutingDecision;
import io.throughline.contracts.topic.Topic.Cleanup;
import io.throughline.contracts.topic.Topic.Owner;
import java.time.Duration;
import java.util.List;

/** Every public topic. Keys are made by {@link Keys}. */
public final class Topics {

    private static final int PARTITIONS = 4;
    /** As long as a late event is accepted. */
    private static final Duration HISTORY = Duration.ofDays(400);

    private static final Duration MONTH = Duration.ofDays(30);

    /** Key {@link Keys#contact}: a contact's events stay in order of arrival. */
    public static final Topic<ContactEvent> CONTACT_EVENTS =
            deleted("contact.events", Owner.INTAKE, ContactEvent.class, HISTORY);

    /** Key: the source. */
    public static final Topic<RejectedEvent> CONTACT_EVENTS_REJECTED =
            deleted("contact.events.rejected", Owner.INTAKE, RejectedEvent.class, MONTH);

    /** Key {@link Keys#customer}. */
    public static final Topic<CustomerIdentity> CUSTOMER_IDENTITIES =
            compacted("customer.identities", Owner.JOURNEY, CustomerIdentity.class);

    /** Key {@link Keys#journey}. */
    public static final Topic<Journey> CONTACT_JOURNEYS = compacted("contact.journeys", Owner.JOURNEY, Journey.class);

    /** Key {@link Keys#channelSwitch}. */
    public static final Topic<ChannelSwitch> CONTACT_CHANNEL_SWITCHES =
            compacted("contact.channel-switches", Owner.JOURNEY, ChannelSwitch.class);

    /** Key {@link Keys#customer}. Consumers delete what they keep of the journeys it names. */
    public static final Topic<CustomerErasure> CUSTOMER_ERASURES =
            compacted("customer.erasures", Owner.JOURNEY, CustomerErasure.class);

    /** Key {@link Keys#decision}. */
    public static final Topic<RoutingDecision> ROUTING_DECISIONS =
            deleted("routing.decisions", Owner.ROUTING, RoutingDecision.class, MONTH);

    /** Key {@link Keys#kpi}. */
    public static final Topic<Kpi> FEEDBACK_KPIS = compacted("feedback.kpis", Owner.FEEDBACK, Kpi.class);

    /** Key {@link Keys#kpi}. */
    public static final Topic<KpiRevision> FEEDBACK_KPI_REVISIONS =
            deleted("feedback.kpi-revisions", Owner.FEEDBACK, KpiRevision.class, HISTORY);

    /** All of them. */
    public static final List<Topic<?>> ALL = List.of(
            CONTACT_EVENTS,
            CONTACT_EVENTS_REJECTED,
            CUSTOMER_IDENTITIES,
            CONTACT_JOURNEYS,
            CONTACT_CHANNEL_SWITCHES,
            CUSTOMER_ERASURES,
            ROUTING_DECISIONS,
            FEEDBACK_KPIS,
            FEEDBACK_KPI_REVISIONS);

    private Topics() {}

    private static <V> Topic<V> compacted(String name, Owner owner, Class<V> valueType) {
        return new Topic<>(name, owner, valueType, Cleanup.COMPACT, null, PARTITIONS);
    }

    private static <V> Topic<V> deleted(String name, Owner owner, Class<V> valueType, Duration retention) {
        return new Topic<>(name, owner, valueType, Cleanup.DELETE, retention, PARTITIONS);
    }
}
