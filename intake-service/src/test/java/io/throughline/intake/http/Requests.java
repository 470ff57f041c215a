package io.throughline.intake.http;

import static io.restassured.RestAssured.given;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

/** Requests as a sender makes them: the bytes given, under exactly the content type given. */
public final class Requests {

    private static final EncoderConfig AS_GIVEN = EncoderConfig.encoderConfig()
            .appendDefaultContentCharsetToContentTypeIfUndefined(false)
            .defaultContentCharset("UTF-8")
            .encodeContentTypeAs("application/x-ndjson", ContentType.TEXT)
            .encodeContentTypeAs("application/x-www-form-urlencoded", ContentType.TEXT)
            .encodeContentTypeAs("application/cloudevents+json", ContentType.TEXT)
            .encodeContentTypeAs("application/cloudevents-batch+json", ContentType.TEXT);

    private Requests() {}

    /** With a token that may send for the tenant acme. */
    public static RequestSpecification sending(String contentType) {
        return as("test-send").contentType(contentType);
    }

    /** With a token. */
    public static RequestSpecification as(String token) {
        return plain().header("Authorization", "Bearer " + token);
    }

    /** Without one. */
    public static RequestSpecification plain() {
        return given().config(RestAssured.config().encoderConfig(AS_GIVEN));
    }
}
