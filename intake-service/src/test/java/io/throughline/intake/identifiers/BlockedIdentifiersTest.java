package io.throughline.intake.identifiers;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.intake.keys.MasterKeys;
import io.throughline.servicekit.rules.IdentifierRules;
import io.throughline.servicekit.rules.IdentifierRules.Blocked;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlockedIdentifiersTest {

    private final Map<String, IdentifierRules> rules = new HashMap<>(Map.of(
            "acme",
            new IdentifierRules(
                    null, List.of(new Blocked("phone", "3000 1000"), new Blocked("email", "NoReply@acme.example")))));

    private final Pseudonymiser pseudonymiser = new Pseudonymiser(
            MasterKeys.parse("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="),
            tenant -> rules.getOrDefault(tenant, IdentifierRules.NONE));

    @ParameterizedTest
    @CsvSource({
        "acme,  phone, +852 3000 1000, false",
        "acme,  phone, 30001000, false",
        "acme,  phone, +852 3000 1001, true",
        "acme,  email, noreply@ACME.example, false",
        // Another kind of identifier, and another tenant.
        "acme,  whatsapp, 85230001000, true",
        "other, phone, +852 3000 1000, true",
    })
    void aBlockedValueHasNoTokenInWhateverSpelling(String tenant, String type, String value, boolean hasToken) {
        assertThat(pseudonymiser.token(tenant, type, value, "HK").isPresent()).isEqualTo(hasToken);
    }

    @Test
    void changedRulesHoldAtOnce() {
        rules.put("acme", IdentifierRules.NONE);
        assertThat(pseudonymiser.token("acme", "phone", "30001000", "HK")).isPresent();
        rules.put("acme", new IdentifierRules("GB", List.of(new Blocked("phone", "020 7946 0958"))));
        assertThat(pseudonymiser.token("acme", "phone", "+44 20 7946 0958", "HK"))
                .isEmpty();
    }
}
