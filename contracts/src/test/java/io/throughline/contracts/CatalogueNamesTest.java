package io.throughline.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.contracts.catalogue.CatalogueNames;
import io.throughline.contracts.catalogue.ChannelCatalogue;
import io.throughline.contracts.catalogue.Intents;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CatalogueNamesTest {

    private final CatalogueNames english = new CatalogueNames(Locale.ENGLISH);
    private final CatalogueNames chinese = new CatalogueNames(Locale.forLanguageTag("zh-Hant"));

    @Test
    void everyStandardCodeHasANameOfItsOwnInChinese() {
        // Product names are the same in every language.
        var brands = Set.of("whatsapp", "messenger", "line", "viber", "telegram", "instagram");
        assertThat(ChannelCatalogue.standard().codes())
                .allSatisfy(code -> assertThat(chinese.channel(code).equals(english.channel(code)))
                        .isEqualTo(brands.contains(code)));
        assertThat(Intents.STANDARD)
                .allSatisfy(code -> assertThat(chinese.intent(code)).isNotEqualTo(english.intent(code)));
    }

    @Test
    void codeOfATenantIsItsOwnName() {
        assertThat(chinese.channel("hologram")).isEqualTo("hologram");
        assertThat(english.intent("lost-luggage")).isEqualTo("lost-luggage");
    }

    @Test
    void languageWithoutNamesIsAnError() {
        assertThatThrownBy(() -> new CatalogueNames(Locale.GERMAN)).isInstanceOf(MissingResourceException.class);
    }
}
