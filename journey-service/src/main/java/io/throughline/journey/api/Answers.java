package io.throughline.journey.api;

import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;

/** Answers that more than one resource gives. */
final class Answers {

    private Answers() {}

    /**
     * 200 with what an id leads to. Where that has another id by now, {@code Content-Location} names it (RFC 9110,
     * 8.7), so that an old link still leads somewhere and a client can learn the new one.
     */
    static <T> RestResponse<T> ofPossiblyOther(T found, String path, String askedId, String foundId) {
        var answer = RestResponse.ResponseBuilder.ok(found);
        if (!askedId.equals(foundId)) {
            answer.header(HttpHeaders.CONTENT_LOCATION, path + foundId);
        }
        return answer.build();
    }
}
