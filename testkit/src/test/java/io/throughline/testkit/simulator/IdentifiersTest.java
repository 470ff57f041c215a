package io.throughline.testkit.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.event.Identifier;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class IdentifiersTest {

    private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();
    private static final SimulatedMonth MONTH = Simulator.month(1, YearMonth.of(2026, 10), 1_000);

    @Test
    void phoneNumbersAreValidAndNobodysTelephone() throws NumberParseException {
        for (ContactEvent event : MONTH.events()) {
            for (Identifier identifier : event.data().context().identifiers()) {
                if (identifier.type().equals("phone")) {
                    var number = PHONES.parse(
                            identifier.value(), event.data().context().market());
                    assertThat(PHONES.isValidNumberForRegion(number, "HK")).isTrue();
                    assertThat(PHONES.getNumberType(number)).isEqualTo(PhoneNumberType.PERSONAL_NUMBER);
                }
            }
        }
    }

    @Test
    void mailAddressesAreOfTheDomainForExamples() {
        assertThat(MONTH.events().stream()
                        .flatMap(event -> event.data().context().identifiers().stream())
                        .filter(identifier -> identifier.type().equals("email")))
                .isNotEmpty()
                .allMatch(identifier -> String.valueOf(identifier.value())
                        .toLowerCase(Locale.ROOT)
                        .endsWith("@example.com"));
    }

    /** What is seen together is one person: over such links every contact of a customer hangs together, and no others. */
    @Test
    void identifiersSeenTogetherMakeExactlyTheCustomers() throws NumberParseException {
        var seenOnContact = new HashMap<String, Set<String>>();
        for (ContactEvent event : MONTH.events()) {
            // A link is a fact of its own, whatever its subject.
            var where = event.source().startsWith("/crm") ? event.id() : event.source() + event.subject();
            for (Identifier identifier : event.data().context().identifiers()) {
                seenOnContact.computeIfAbsent(where, key -> new TreeSet<>()).add(normalised(event, identifier));
            }
        }
        var persons = new HashSet<>(components(seenOnContact).values());

        assertThat(persons).hasSize(MONTH.truth().customers());
    }

    private static Map<String, Set<String>> components(Map<String, Set<String>> groups) {
        var component = new HashMap<String, Set<String>>();
        for (Set<String> group : groups.values()) {
            var merged = new TreeSet<>(group);
            group.forEach(identifier -> merged.addAll(component.getOrDefault(identifier, Set.of())));
            merged.forEach(identifier -> component.put(identifier, merged));
        }
        return component;
    }

    private static String normalised(ContactEvent event, Identifier identifier) throws NumberParseException {
        var value = String.valueOf(identifier.value());
        return switch (identifier.type()) {
            case "phone" ->
                PHONES.format(PHONES.parse(value, event.data().context().market()), PhoneNumberFormat.E164);
            case "email" -> value.toLowerCase(Locale.ROOT);
            default -> identifier.type() + ":" + value;
        };
    }
}
