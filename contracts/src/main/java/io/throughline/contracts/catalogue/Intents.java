package io.throughline.contracts.catalogue;

import java.util.List;

/** The intent codes of the contract; tenants add their own. */
public final class Intents {

    public static final List<String> STANDARD = List.of(
            "basic-information",
            "product-enquiry",
            "bill-payment",
            "purchase",
            "problem-solving",
            "contract-renewal",
            "appointment-delivery",
            "complaint",
            "refund",
            "technical-support",
            "account-access",
            "cancellation",
            "other");

    private Intents() {}
}
