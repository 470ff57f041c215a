package io.throughline.servicekit.problem;

import java.util.Arrays;
import java.util.Locale;

/**
 * The kinds of problem that callers can tell apart, one for each HTTP status that the services answer. The
 * {@linkplain #uri() URI} is an identifier that stays the same; it is not an address.
 */
public enum ProblemType {
    INVALID_REQUEST(400, "The request is not valid"),
    UNAUTHORIZED(401, "Authentication is required"),
    FORBIDDEN(403, "The token does not allow this"),
    NOT_FOUND(404, "There is no such thing"),
    METHOD_NOT_ALLOWED(405, "This method is not allowed here"),
    NOT_ACCEPTABLE(406, "None of the accepted media types can be produced"),
    CONFLICT(409, "It is in conflict with what is there"),
    BODY_TOO_LARGE(413, "The request body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The media type is not supported"),
    UNPROCESSABLE(422, "The request is understood but cannot be carried out"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    INTERNAL_ERROR(500, "Something went wrong on our side"),
    UNAVAILABLE(503, "The service cannot do this right now");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The HTTP status code. */
    public int status() {
        return status;
    }

    /** One short sentence, the same for every problem of this type. */
    public String title() {
        return title;
    }

    /** The RFC 9457 {@code type}, for instance {@code urn:throughline:problem:not-found}. */
    public String uri() {
        return "urn:throughline:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The type for a status that a framework chose; another 4xx counts as an invalid request, the rest as our fault. */
    static ProblemType ofStatus(int status) {
        return Arrays.stream(values())
                .filter(type -> type.status == status)
                .findFirst()
                .orElse(status >= 400 && status < 500 ? INVALID_REQUEST : INTERNAL_ERROR);
    }
}
