package io.throughline.servicekit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ends the handling of a request with a {@link Problem} as its answer. It is expected, so it has no stack trace. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final @Nullable Duration retryAfter;

    private ProblemException(Problem problem, @Nullable Duration retryAfter) {
        super(problem.title(), null, false, false);
        this.problem = problem;
        this.retryAfter = retryAfter;
    }

    /** Any problem; the other factories are its usual cases. */
    public static ProblemException of(Problem problem) {
        return new ProblemException(problem, null);
    }

    /** 400: one input is wrong. */
    public static ProblemException invalid(String field, String detail, String remedy) {
        return of(Problem.of(ProblemType.INVALID_REQUEST)
                .withField(field)
                .withDetail(detail)
                .withRemedy(remedy));
    }

    /** 400: several inputs are wrong. */
    public static ProblemException invalid(List<Problem.FieldError> errors) {
        return of(Problem.of(ProblemType.INVALID_REQUEST).withErrors(errors));
    }

    /** 400: a body that a service read by itself is not JSON, or has a wrong type somewhere. */
    public static ProblemException invalidJson(JsonProcessingException error) {
        return of(JsonProblems.describe(error));
    }

    /** 404. */
    public static ProblemException notFound(String detail) {
        return of(Problem.of(ProblemType.NOT_FOUND).withDetail(detail));
    }

    /** 409: what is there already does not allow it. */
    public static ProblemException conflict(String detail, String remedy) {
        return of(Problem.of(ProblemType.CONFLICT).withDetail(detail).withRemedy(remedy));
    }

    /** 422: well-formed, but it cannot be done as things stand. */
    public static ProblemException unprocessable(String detail, String remedy) {
        return of(Problem.of(ProblemType.UNPROCESSABLE).withDetail(detail).withRemedy(remedy));
    }

    /** 429 with {@code Retry-After}. */
    public static ProblemException tooManyRequests(String detail, Duration retryAfter) {
        return new ProblemException(Problem.of(ProblemType.TOO_MANY_REQUESTS).withDetail(detail), retryAfter);
    }

    /** 503 with {@code Retry-After}: the same call may succeed later. */
    public static ProblemException unavailable(String detail, Duration retryAfter) {
        return new ProblemException(Problem.of(ProblemType.UNAVAILABLE).withDetail(detail), retryAfter);
    }

    public Problem problem() {
        return problem;
    }

    /** How long the caller should wait before the next try; sent in whole seconds, at least one. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
