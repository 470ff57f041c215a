package io.throughline.contracts.catalogue;

import java.util.List;

/** How much an identifier says about who somebody is, strongest first. */
public enum IdentifierStrength {
    /** One person has one, of one value. */
    STRONG,
    /** Usually one person's. */
    MEDIUM,
    /** A browser, a machine, or a type nobody knows. */
    WEAK;

    private static final List<String> STRONG_TYPES = List.of("customerId", "account", "loyaltyCard");
    private static final List<String> MEDIUM_TYPES = List.of(
            "phone", "email", "whatsapp", "messenger", "line", "viber", "wechat", "telegram", "instagram", "social");

    /** The strength of an identifier type; a type that is not in the catalogue is weak. */
    public static IdentifierStrength of(String type) {
        if (STRONG_TYPES.contains(type)) {
            return STRONG;
        }
        return MEDIUM_TYPES.contains(type) ? MEDIUM : WEAK;
    }
}
