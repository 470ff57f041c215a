package io.throughline.journey.stream;

import static io.throughline.journey.stream.Happenings.id;
import static io.throughline.journey.stream.Happenings.redirected;
import static io.throughline.journey.stream.Happenings.started;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.journey.domain.contact.ContactKey;
import io.throughline.journey.domain.contact.Contacts;
import io.throughline.journey.domain.contact.PlacedContact;
import io.throughline.journey.stream.form.CompactSerde;
import io.throughline.journey.stream.message.CustomerMessage;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompactSerdeTest {

    @Test
    void aMessageIsReadAsItWasWritten() {
        var contact = Contacts.summarise(
                new ContactKey(Happenings.TENANT, Happenings.SOURCE, "a"),
                List.of(started("a", "chatbot", 0, id("phone", "p")), redirected("a", "phone", 2)));
        CustomerMessage message = new CustomerMessage.Place(new PlacedContact(contact, "c_1"), List.of());
        var serde = new CompactSerde<>(CustomerMessage.class);
        byte[] written = serde.serializer().serialize("any", message);
        assertThat(serde.deserializer().deserialize("any", written)).isEqualTo(message);
    }
}
