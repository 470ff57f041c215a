package io.throughline.intake.identifiers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormaliserTest {

    private final Normaliser normaliser = new Normaliser();

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
            +852 2345 6789,            HK, +85223456789
            2345 6789,                 HK, +85223456789
            (852) 2345-6789,           HK, +85223456789
            00852 2345 6789,           GB, +85223456789
            001 852 2345 6789,         HK, +85223456789
            ＋８５２ ２３４５ ６７８９, HK, +85223456789
            tel:+85223456789,          HK, +85223456789
            +852 2345 6789 ext. 12,    HK, +85223456789
            020 7946 0958,             GB, +442079460958
            +44 (0)20 7946 0958,       HK, +442079460958
            (202) 555-0123,            US, +12025550123
            """)
    void writesTelephoneNumbersAsE164(String spelling, String region, String e164) {
        assertThat(normaliser.normalise("phone", spelling, region)).contains(e164);
    }

    @ParameterizedTest
    @CsvSource({"85223456789, +85223456789", "+852 2345 6789, +85223456789", "2345 6789, +85223456789"})
    void readsWhatsappIdsAsInternationalNumbersWithoutPlus(String spelling, String e164) {
        assertThat(normaliser.normalise("whatsapp", spelling, "HK")).contains(e164);
    }

    @ParameterizedTest
    @CsvSource({
        "' Ann.Lee+Bank@Example.COM ', ann.lee+bank@example.com",
        "ＡＮＮ@example.com, ann@example.com",
        "ann.lee@example.com, ann.lee@example.com"
    })
    void writesMailAddressesInLowerCaseAndKeepsDotsAndTags(String spelling, String normal) {
        assertThat(normaliser.normalise("email", spelling, "HK")).contains(normal);
    }

    @ParameterizedTest
    @CsvSource({
        "line, ' U4af4980629 ', U4af4980629",
        "customerId, Ab-12, Ab-12",
        "loyaltyCard, ７７１, 771",
        "account, 1111, 1111",
        "ownType, x, x"
    })
    void trimsOthersAndKeepsTheirCase(String type, String spelling, String normal) {
        assertThat(normaliser.normalise(type, spelling, "HK")).contains(normal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123",
                "anonymous",
                "Anonymous",
                "+266696687",
                "266696687",
                "7378742833",
                "unavailable",
                "0000000000",
                "00000000",
                "+0",
                "11111111",
                "n/a",
                "undefined",
                "null",
                "[object Object]",
                "call me",
                "+999 123",
                "-"
            })
    void dropsTelephoneNumbersThatNameNobody(String value) {
        assertThat(normaliser.normalise("phone", value, "HK")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "no-at-sign", "two@at@signs", "@example.com", "ann@", "a b@example.com", "none"})
    void dropsMailAddressesThatNameNobody(String value) {
        assertThat(normaliser.normalise("email", value, "HK")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"undefined", "NULL", "guest", "000", " "})
    void dropsPlaceholdersOfEveryType(String value) {
        assertThat(normaliser.normalise("customerId", value, "HK")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZZ", "", "hongkong"})
    void readsInternationalNumbersWhateverTheRegion(String region) {
        assertThat(normaliser.normalise("phone", "+852 2345 6789", region)).contains("+85223456789");
        assertThat(normaliser.normalise("phone", "2345 6789", region)).isEmpty();
    }
}
