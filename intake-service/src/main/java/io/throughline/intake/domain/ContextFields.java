package io.throughline.intake.domain;

import io.throughline.contracts.event.ContactContext;
import io.throughline.contracts.event.Direction;
import io.throughline.contracts.event.Identifier;
import io.throughline.contracts.event.Initiation;
import io.throughline.intake.domain.Problem.Kind;
import io.throughline.intake.domain.Texts.Limit;
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
                data.code("channel"),
                identifiers(data),
                data.word("direction", Direction.values()),
                data.word("initiation", Initiation.values()),
                data.code("intent"),
                data.name("caseId"),
                data.texts("references", Limit.NAME),
                data.name("previousContactId"),
                data.name("relatedContactId"),
                market(data),
                data.code("language"),
                data.code("queue"),
                data.code("agentId"),
                data.code("site"),
                data.code("segment"));
    }

    /** Raw identifiers. One whose value is null or blank says nothing and is left out; a misnamed value is an error. */
    static List<Identifier> identifiers(Fields data) {
        var identifiers = new ArrayList<Identifier>();
        for (Fields fields : data.objects("identifiers")) {
            if (!fields.names("value")) {
                fields.require("value", "send the identifier itself, e.g. +852 2345 6789");
            }
            String value = fields.text("value");
            String type = fields.required("type", Limit.CODE, "send what the value is, e.g. phone or email");
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
