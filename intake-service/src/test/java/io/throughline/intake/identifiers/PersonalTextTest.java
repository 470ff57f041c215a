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
}
