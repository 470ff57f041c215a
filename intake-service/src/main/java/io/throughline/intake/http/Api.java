package io.throughline.intake.http;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** What the API description says of the service as a whole. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Throughline intake",
                        version = "1",
                        description = "Contact events and platforms' webhooks in; 202 means that Kafka has them."))
@SecurityScheme(securitySchemeName = Api.TOKEN, type = SecuritySchemeType.HTTP, scheme = "bearer")
public class Api extends Application {

    /** Name of the security scheme: a bearer token of the tenant. */
    public static final String TOKEN = "token";
}
