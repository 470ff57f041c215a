package io.throughline.servicekit.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of an error answer, {@code application/problem+json} of RFC 9457 with four members of our own. No member
 * ever repeats a value that the caller sent: such a value can be personal data.
 *
 * @param type {@link ProblemType#uri()}
 * @param title the same sentence for every problem of the type
 * @param status HTTP status code
 * @param detail what is wrong this time; null when the title says all
 * @param field path of the input that is wrong, such as {@code data.identifiers[0].type}; null when it is no single one
 * @param remedy what the caller can do; null when there is nothing
 * @param traceId the W3C trace id under which logs and spans of this request are found; null when there is none
 * @param errors every single error where there are several; left out of the answer when empty
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable String field,
        @Nullable String remedy,
        @Nullable String traceId,
        List<FieldError> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** One of several errors: the path of the input, what is wrong with it and what would be right. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record FieldError(@Nullable String field, String detail, @Nullable String remedy) {}

    public Problem {
        errors = List.copyOf(errors);
    }

    public static Problem of(ProblemType type) {
        return new Problem(type.uri(), type.title(), type.status(), null, null, null, null, List.of());
    }

    public Problem withDetail(@Nullable String value) {
        return new Problem(type, title, status, value, field, remedy, traceId, errors);
    }

    public Problem withField(@Nullable String value) {
        return new Problem(type, title, status, detail, value, remedy, traceId, errors);
    }

    public Problem withRemedy(@Nullable String value) {
        return new Problem(type, title, status, detail, field, value, traceId, errors);
    }

    public Problem withErrors(List<FieldError> value) {
        return new Problem(type, title, status, detail, field, remedy, traceId, value);
    }

    Problem withStatus(int value) {
        return new Problem(type, title, value, detail, field, remedy, traceId, errors);
    }

    Problem withTraceId(@Nullable String value) {
        return new Problem(type, title, status, detail, field, remedy, value, errors);
    }
}
