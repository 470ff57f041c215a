package io.throughline.contracts.catalogue;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** What people call the standard channels and intents in one language. A code that a tenant added is its own name. */
public final class CatalogueNames {

    // Without it a missing language would be told in that of the machine.
    private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private final ResourceBundle names;

    /**
     * @param language {@code en} or {@code zh-Hant}
     * @throws java.util.MissingResourceException when there are no names in the language
     */
    public CatalogueNames(Locale language) {
        names = ResourceBundle.getBundle(
                CatalogueNames.class.getPackageName() + ".names",
                language,
                CatalogueNames.class.getClassLoader(),
                NO_FALLBACK);
    }

    public String channel(String code) {
        return name("channel." + code, code);
    }

    public String intent(String code) {
        return name("intent." + code, code);
    }

    private String name(String key, String code) {
        return names.containsKey(key) ? names.getString(key) : code;
    }
}
