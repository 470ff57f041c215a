package io.throughline.routing.api;

import io.throughline.servicekit.problem.Problem.FieldError;
import io.throughline.servicekit.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A {@link RouteRequest} in which everything is as it should be. */
record RouteQuestion(
        @Nullable String customerId,
        @Nullable String journeyId,
        String intent,
        @Nullable String market,
        @Nullable String currentChannel,
        @Nullable SortedSet<String> availableChannels) {

    private static final int MOST_CHANNELS = 100;
    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} ._:/-]{0,99}");
    private static final Pattern MARKET = Pattern.compile("[A-Z]{2}");
    private static final String CODE_REMEDY =
            "Send 1 to 100 letters, digits, blanks or any of . _ : / - beginning with a letter or digit.";

    /** @throws ProblemException 400 that names every field with something wrong */
    static RouteQuestion of(@Nullable RouteRequest request) {
        if (request == null) {
            throw ProblemException.invalid("intent", "The body is missing.", "Send a JSON object with an intent.");
        }
        var errors = new ArrayList<FieldError>();
        // A raw identifier sent for an id would otherwise end up on a topic.
        id("customerId", request.customerId(), "c_", errors);
        id("journeyId", request.journeyId(), "j_", errors);
        if (request.intent() == null) {
            errors.add(new FieldError("intent", "It is missing.", CODE_REMEDY));
        }
        code("intent", request.intent(), errors);
        code("currentChannel", request.currentChannel(), errors);
        if (request.market() != null && !MARKET.matcher(request.market()).matches()) {
            errors.add(new FieldError("market", "It is no country code.", "Send ISO 3166-1 alpha-2, such as HK."));
        }
        var channels = request.availableChannels();
        if (channels != null) {
            channels(channels, errors);
        }
        if (!errors.isEmpty()) {
            throw errors.size() > 1
                    ? ProblemException.invalid(errors)
                    : ProblemException.invalid(
                            String.valueOf(errors.getFirst().field()),
                            errors.getFirst().detail(),
                            String.valueOf(errors.getFirst().remedy()));
        }
        return new RouteQuestion(
                request.customerId(),
                request.journeyId(),
                String.valueOf(request.intent()),
                request.market(),
                request.currentChannel(),
                channels == null ? null : new TreeSet<>(channels));
    }

    private static void id(String field, @Nullable String value, String prefix, List<FieldError> errors) {
        if (value != null && !value.matches(prefix + "[A-Za-z0-9_-]{1,64}")) {
            errors.add(new FieldError(field, "It is no id of ours.", "Send an id that begins with " + prefix + "."));
        }
    }

    private static void code(String field, @Nullable String value, List<FieldError> errors) {
        if (value != null && !CODE.matcher(value).matches()) {
            errors.add(new FieldError(field, "It is no code.", CODE_REMEDY));
        }
    }

    private static void channels(List<@Nullable String> channels, List<FieldError> errors) {
        if (channels.size() > MOST_CHANNELS) {
            errors.add(
                    new FieldError("availableChannels", "There are too many.", "Send at most " + MOST_CHANNELS + "."));
            return;
        }
        for (int i = 0; i < channels.size(); i++) {
            var field = "availableChannels[" + i + "]";
            if (channels.get(i) == null) {
                errors.add(new FieldError(field, "It is null.", CODE_REMEDY));
            }
            code(field, channels.get(i), errors);
        }
    }
}
