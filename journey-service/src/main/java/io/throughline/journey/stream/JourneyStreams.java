package io.throughline.journey.stream;

import io.throughline.contracts.journey.Journey;
import io.throughline.contracts.topic.Topic;
import io.throughline.contracts.topic.Topics;
import io.throughline.journey.domain.Journeys;
import io.throughline.journey.domain.contact.CaseFact;
import io.throughline.journey.domain.contact.PlacedContact;
import io.throughline.journey.rules.RuleBook;
import io.throughline.journey.stream.customer.JourneyFunction;
import io.throughline.servicekit.topics.ServiceTopics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.Stores;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Gives Quarkus the topology to run, and the topics it needs. */
@ApplicationScoped
class JourneyStreams implements ServiceTopics {

    @Override
    public List<Topic<?>> topics() {
        return Stream.concat(
                        Stream.of(
                                Topics.CONTACT_EVENTS,
                                Topics.CONTACT_JOURNEYS,
                                Topics.CONTACT_CHANNEL_SWITCHES,
                                Topics.CUSTOMER_IDENTITIES,
                                Topics.CUSTOMER_ERASURES),
                        InternalTopics.ALL.stream())
                .toList();
    }

    /** No proxy of it: Kafka Streams looks into its fields. */
    @Produces
    @Singleton
    Topology topology(
            @ConfigProperty(name = "throughline.journey.publish-interval") Duration publishInterval,
            RuleBook rules,
            SamePartitions partitions) {
        return new JourneyTopology(
                        new ByTheBook(rules), publishInterval, partitions::count, Stores::persistentKeyValueStore)
                .build();
    }

    /** Stitches and judges by the tenant's rules. */
    private record ByTheBook(RuleBook rules) implements JourneyFunction {

        @Override
        public List<Journey> journeysOf(
                String tenant, String customerId, Collection<PlacedContact> contacts, Collection<CaseFact> cases) {
            return Journeys.of(tenant, customerId, contacts, cases, rules.of(tenant));
        }

        @Override
        public long edition() {
            return rules.edition();
        }

        @Override
        public String digest(String tenant) {
            return rules.digest(tenant);
        }
    }
}
