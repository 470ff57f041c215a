package io.throughline.testkit.simulator;

import io.throughline.contracts.event.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An invented customer: one value of each identifier, so that identifiers seen together name one person.
 *
 * <p>Phone numbers are {@code +852 810x xxxx}. Hong Kong keeps no numbers for fiction; this level belongs to the
 * personal numbering service, is valid to libphonenumber, and is not known to be in use. Mail
 * addresses are of example.com (RFC 2606).
 *
 * @param number 0 to 99,999
 * @param market ISO 3166-1 alpha-2
 * @param language BCP 47
 * @param segment the company's own
 */
record Persona(int number, String market, String language, String segment) {

    /** As many phone numbers as there are. */
    static final int MOST = 100_000;

    private static final List<Weighted<String>> MARKETS = Weighted.table("HK 86, MO 5, CN 5, TW 2, SG 2");
    private static final List<Weighted<String>> SEGMENTS = Weighted.table("mass 70, premium 20, business 10");

    static Persona invent(int number, Chance chance) {
        var market = chance.weighted(MARKETS);
        var language =
                switch (market) {
                    case "HK" -> chance.yes(0.8) ? "zh-Hant-HK" : "en";
                    case "SG" -> "en";
                    case "CN" -> "zh-Hans-CN";
                    default -> "zh-Hant-" + market;
                };
        return new Persona(number, market, language, chance.weighted(SEGMENTS));
    }

    /** The name by which the truth speaks of this customer: the company's own customer number. */
    String customerId() {
        return String.format(Locale.ROOT, "HB-%06d", number);
    }

    /** What a platform sees when a contact begins. */
    List<Identifier> seenAtStart(String channel, Chance chance) {
        return switch (channel) {
            case "web", "chatbot" -> List.of(identifier("cookie"));
            case "app" -> List.of(identifier("device"));
            case "chat" -> List.of(chance.yes(0.5) ? identifier("cookie") : identifier("email"));
            case "store" -> List.of(chance.yes(0.6) ? identifier("loyaltyCard") : phoneAsTyped());
            case "email", "whatsapp", "messenger", "wechat" -> List.of(identifier(channel));
            default -> List.of(identifier("phone"));
        };
    }

    /** What comes out while the customer is served; empty when nothing does. */
    List<Identifier> seenLater(String channel, Chance chance) {
        return switch (channel) {
            case "web" -> chance.yes(0.65) ? List.of(identifier("customerId")) : List.of();
            case "app" -> chance.yes(0.9) ? List.of(identifier("customerId")) : List.of();
            case "chatbot" -> chance.yes(0.5) ? List.of(identifier("email")) : List.of();
            case "chat" -> chance.yes(0.6) ? List.of(identifier("email"), identifier("customerId")) : List.of();
            case "phone", "callback" -> chance.yes(0.75) ? List.of(identifier("customerId")) : List.of();
            case "store" -> chance.yes(0.6) ? List.of(identifier("customerId")) : List.of();
            case "whatsapp", "wechat" -> chance.yes(0.5) ? List.of(phoneAsTyped()) : List.of();
            case "email", "messenger" -> chance.yes(0.6) ? List.of(identifier("customerId")) : List.of();
            default -> List.of();
        };
    }

    /** The identifier of a type as most platforms write it. */
    Identifier identifier(String type) {
        var value =
                switch (type) {
                    case "customerId" -> customerId();
                    case "phone" -> "+852" + subscriberNumber();
                    case "whatsapp" -> "852" + subscriberNumber();
                    case "email" ->
                        // Some platforms keep the capitals that the customer typed.
                        number % 7 == 0 ? "Customer." + number + "@Example.com" : "customer." + number + "@example.com";
                    case "loyaltyCard" -> String.format(Locale.ROOT, "HBC%08d", number);
                    default -> type + "-" + Long.toHexString(0x5EA0_0000L + number);
                };
        return Identifier.raw(type, value);
    }

    /** The phone number as people type it: without the country where they are at home. */
    private Identifier phoneAsTyped() {
        var digits = subscriberNumber();
        var spaced = digits.substring(0, 4) + " " + digits.substring(4);
        return Identifier.raw("phone", market.equals("HK") ? spaced : "+852 " + spaced);
    }

    private String subscriberNumber() {
        return String.format(Locale.ROOT, "810%05d", number);
    }

    /** Every type of identifier that this customer can be seen with, strongest first. */
    static List<String> identifierTypes() {
        return new ArrayList<>(List.of(
                "customerId", "loyaltyCard", "phone", "email", "whatsapp", "messenger", "wechat", "device", "cookie"));
    }
}
