package io.throughline.intake.identifiers;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.contracts.event.ContactContext;
import io.throughline.contracts.event.ContactData;
import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.event.EventData;
import io.throughline.contracts.event.Identifier;
import io.throughline.contracts.event.IdentityData;
import io.throughline.intake.identifiers.Pseudonymiser.Tokens;
import io.throughline.intake.keys.MasterKeys;
import io.throughline.servicekit.rules.IdentifierRules;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands in events besides identifiers, and can be personal all the same. */
class FreeTextTest {

    private static final ContactContext CONTEXT = ContactContext.EMPTY;
    private static final List<Identifier> PAIR =
            List.of(Identifier.tokenised("phone", "token-1"), Identifier.tokenised("email", "token-2"));

    private final Pseudonymiser pseudonymiser = new Pseudonymiser(
            MasterKeys.parse("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="), tenant -> IdentifierRules.NONE);

    @ParameterizedTest
    @MethodSource("fields")
    void textIsMasked(Function<String, EventData> field) {
        assertThat(pseudonymised(field.apply("ring Ann on +852 2345 6789 or ann@example.com")))
                .isEqualTo(field.apply("ring Ann on *** or ***"));
        assertThat(pseudonymised(field.apply("tel:+85223456789"))).isEqualTo(field.apply("tel:***"));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void codesAndAbsentTextsStay(Function<String, EventData> field) {
        for (String code :
                List.of("capability", "REDIRECTED_TO_PHONE", "step/12", "beb1696c-4a34-46c1-b15f-c5561665bf1a")) {
            assertThat(pseudonymised(field.apply(code))).isEqualTo(field.apply(code));
        }
        assertThat(pseudonymised(field.apply(null))).isEqualTo(field.apply(null));
    }

    static Stream<Named<Function<String, EventData>>> fields() {
        return Stream.of(
                Named.of("method", text -> new ContactData.AuthenticationFailed(CONTEXT, text, 2, true)),
                Named.of("step", text -> new ContactData.SelfServiceFailed(CONTEXT, null, text)),
                Named.of("reason of a redirection", text -> new ContactData.Redirected(CONTEXT, "phone", null, text)),
                Named.of("policy", text -> new ContactData.PolicyRequires(CONTEXT, "store", text)),
                Named.of(
                        "reason of a transfer",
                        text -> new ContactData.Transferred(CONTEXT, "c-2", "phone", "care", null, null, text)),
                Named.of("disposition", text -> new ContactData.Ended(CONTEXT, null, null, text, null)),
                Named.of("reason of a link", text -> new IdentityData.Linked(PAIR, text)),
                Named.of("reason of a link undone", text -> new IdentityData.Unlinked(PAIR, text)));
    }

    private EventData pseudonymised(EventData data) {
        var event = new ContactEvent("", "/test", "1", "c-1", Instant.EPOCH, null, null, data);
        var tokens = new Tokens(data.context().identifiers(), List.of(), List.of());
        return pseudonymiser.pseudonymise(event, tokens, "HK").data();
    }
}
