package io.throughline.testkit.simulator;

import java.util.List;
import java.util.Map;

/**
 * What customers come for, and which channel they try. The first channel's shares are those of the HKACE survey of 2018
 * where it asked (web or app: basic information 65 %, products 59 %, bills 50 %; store to buy 50 %; hotline for
 * problems 51 %, renewals 49 %, appointments and delivery 42 %). The rest of each row, the other intents and where
 * customers go next (40 % to the phone, the share that COPC's survey of 2022 found at the end of journeys) are ours.
 */
final class Preferences {

    private static final List<Weighted<String>> INTENTS = Weighted.table("problem-solving 18, bill-payment 14, "
            + "technical-support 12, basic-information 12, product-enquiry 10, purchase 9, contract-renewal 7, "
            + "appointment-delivery 6, complaint 5, account-access 4, refund 3");

    private static final Map<String, List<Weighted<String>>> FIRST_CHANNEL = Map.ofEntries(
            Map.entry(
                    "basic-information",
                    Weighted.table("web 45, app 20, chatbot 11, phone 8, ivr 4, whatsapp 4, chat 3, messenger 2, "
                            + "email 2, wechat 1")),
            Map.entry(
                    "product-enquiry",
                    Weighted.table("web 42, app 17, store 13, chat 8, chatbot 7, phone 5, whatsapp 3, messenger 3, "
                            + "email 2")),
            Map.entry(
                    "bill-payment",
                    Weighted.table("app 30, web 20, store 14, phone 11, ivr 11, chatbot 7, wechat 4, whatsapp 3")),
            Map.entry("purchase", Weighted.table("store 50, web 22, app 9, phone 8, chat 6, whatsapp 3, wechat 2")),
            Map.entry(
                    "problem-solving",
                    Weighted.table(
                            "phone 51, chat 12, chatbot 12, whatsapp 7, app 6, email 5, web 4, messenger 2, ivr 1")),
            Map.entry(
                    "contract-renewal",
                    Weighted.table("phone 49, store 18, app 9, web 9, chat 7, email 4, whatsapp 4")),
            Map.entry(
                    "appointment-delivery",
                    Weighted.table("phone 42, app 18, web 14, whatsapp 9, chatbot 7, chat 6, wechat 4")),
            Map.entry("complaint", Weighted.table("phone 35, email 33, chat 10, messenger 8, store 8, whatsapp 6")),
            Map.entry("technical-support", Weighted.table("phone 39, chatbot 18, chat 18, app 9, web 8, whatsapp 8")),
            Map.entry("account-access", Weighted.table("app 35, web 25, phone 20, chatbot 12, chat 8")),
            Map.entry("refund", Weighted.table("email 30, phone 30, chat 20, whatsapp 10, store 10")));

    private static final List<Weighted<String>> NEXT_CHANNEL =
            Weighted.table("phone 40, chat 15, store 11, whatsapp 10, app 8, web 6, email 6, messenger 2, wechat 2");

    private Preferences() {}

    /** What a customer comes for. */
    static String intent(Chance chance) {
        return chance.weighted(INTENTS);
    }

    /** Where a customer with an intent begins. */
    static String firstChannel(String intent, Chance chance) {
        return chance.weighted(FIRST_CHANNEL.getOrDefault(intent, NEXT_CHANNEL));
    }

    /** Where a customer goes from a channel; never the same one. */
    static String nextChannel(String from, Chance chance) {
        return chance.weighted(
                NEXT_CHANNEL.stream().filter(next -> !next.value().equals(from)).toList());
    }
}
