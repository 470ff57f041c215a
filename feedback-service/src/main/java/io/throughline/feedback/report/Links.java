package io.throughline.feedback.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.throughline.feedback.readmodel.MeasureQuestion;
import java.net.URLEncoder;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** Paths under which figures can be opened. */
final class Links {

    private Links() {}

    /** The cases of a measure; of one whole and part where these are given. */
    static String contacts(MeasureQuestion question, @Nullable String whole, @Nullable String part) {
        var query = new ArrayList<String>();
        if (question.by() != MeasureQuestion.By.SAID) {
            query.add("by=" + question.by().key());
        }
        add(query, "whole", whole);
        add(query, "part", part);
        add(query, "from", question.from());
        add(query, "to", question.to());
        question.filter()
                .allowed()
                .forEach((dimension, values) ->
                        values.forEach(value -> add(query, "filter", dimension.key() + ":" + value)));
        String path = "/v1/reports/measures/" + encoded(question.measure().name()) + "/contacts";
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }

    private static void add(ArrayList<String> query, String name, @Nullable Object value) {
        if (value != null) {
            query.add(name + "=" + encoded(value.toString()));
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
