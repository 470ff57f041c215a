package io.throughline.journey.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.contracts.journey.ContactRef;
import io.throughline.contracts.topic.Keys;
import io.throughline.journey.domain.identity.IdentifierToken;
import io.throughline.journey.domain.identity.IdentityGraph;
import io.throughline.journey.domain.identity.Reach;
import io.throughline.journey.stream.message.ContactMessage;
import io.throughline.journey.stream.message.CustomerMessage;
import io.throughline.journey.stream.message.IdentityMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {

    private static final int PARTITIONS = 24;
    private static final Instant AT = Instant.EPOCH;

    @ParameterizedTest
    @ValueSource(strings = {"a", "b", "c", "d|e", "电话"})
    void anIdentifierIsWhereTheCustomerIsThatItWouldBeAlone(String token) {
        var identifier = new IdentifierToken("phone", token);
        var customer = IdentityGraph.alone("t", identifier, Reach.ALL).customerId();
        assertThat(Routes.partition(
                        Keys.identifier("t", "phone", token), new IdentityMessage.WasErased(AT), PARTITIONS))
                .isEqualTo(
                        Routes.partition(Keys.customer("t", customer), new CustomerMessage.CaseGone("x"), PARTITIONS));
    }

    /** The rule of Kafka's own producers, by which intake writes contact.events. */
    @ParameterizedTest
    @ValueSource(strings = {"a", "b", "c", "d|e", "电话"})
    void aContactIsWhereItsEventsAre(String contact) {
        var key = Keys.contact("t", new ContactRef("/source", contact));
        int events = Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % PARTITIONS;
        assertThat(Routes.partition(key, new ContactMessage.WasErased(AT), PARTITIONS))
                .isEqualTo(events);
    }
}
