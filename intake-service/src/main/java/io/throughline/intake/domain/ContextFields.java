package io.throughline.intake.domain;

import io.throughline.contracts.event.ContactContext;
import io.throughline.contracts.event.Direction;
import io.throughline.contracts.event.Identifier;
import io.throughline.contracts.event.Initiation;
import io.throughline.intake.domain.Problem.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fields that every contact event can have. */
final class ContextFields {

    private static final Pattern MARKET = Pattern.compile("[A-Z]{2}");

    private ContextFields() {}

    static ContactContext read(Fields data) {
        return new ContactContext(
                data.text("channel"),
                identifiers(data),
                data.word("direction", Direction.values()),
                data.word("initiation", Initiation.values()),
                data.text("intent"),
                data.text("caseId"),
                data.texts("references"),
                data.text("previousContactId"),
                data.text("relatedContactId"),
                market(data),
                data.text("language"),
                data.text("queue"),
                data.text("agentId"),
                data.text("site"),
                data.text("segment"));
    }

    /** Raw identifiers. One whose value is null or blank says nothing and is left out; a misnamed value is an error. */
    static List<Identifier> identifiers(Fields data) {
        var identifiers = new ArrayList<Identifier>();
        for (Fields fields : data.objects("identifiers")) {
            if (!fields.names("value")) {
                fields.require("value", "send the identifier itself, e.g. +852 2345 6789");
            }
            String value = fields.text("value");
            String type = fields.requiredText("type", "send what the value is, e.g. phone or email");
            if (value != null && !type.isEmpty()) {
                identifiers.add(Identifier.raw(type, value));
            }
        }
        return identifiers;
    }

    private static @Nullable String market(Fields data) {
        String market = data.text("market");
        if (market == null || MARKET.matcher(market).matches()) {
            return market;
        }
        data.problem(
                "market", Kind.NOT_ALLOWED, "is no country code", "send two capital letters of ISO 3166-1, e.g. HK");
        return null;
    }
}
