package io.throughline.intake.identifiers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonalTextTest {

    private final PersonalText text = new PersonalText();

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
            'call me on +852 2345 6789 please', 'call me on *** please'
            'call 2345 6789, or 9123-4567',     'call ***, or ***'
            'ann.lee+x@mail.example.com wrote', '*** wrote'
            '電郵 ann@example.com 電話 23456789', '電郵 *** 電話 ***'
            '4 of 5, waited 12 minutes',        '4 of 5, waited 12 minutes'
            'all good',                         'all good'
            """)
    void masksMailAddressesAndTelephoneNumbersAndLeavesTheRest(String comment, String masked) {
        assertThat(text.mask(comment, "HK")).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({
        "beb1696c-4a34-46c1-b15f-c5561665bf1a, beb1696c-4a34-46c1-b15f-c5561665bf1a",
        "/amazon-connect/acme-hk, /amazon-connect/acme-hk",
        "zen:ticket:35436, zen:ticket:35436",
        "2026-11-01T09:00:00.123Z, 2026-11-01T09:00:00.123Z",
        "call:+85223456789, call:***",
        "23456789, ***",
        "/ann@example.com/7, /***/7"
    })
    void masksNamesThatArePersonalAndLeavesTheRest(String name, String masked) {
        assertThat(text.maskName(name)).isEqualTo(masked);
    }
}
