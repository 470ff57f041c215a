package io.throughline.local.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The one address in front of the services: passes requests on by their path, headers such as {@code traceparent}
 * untouched. A service that does not answer is 503 with Retry-After: whoever asked may ask again.
 */
public final class Gateway implements AutoCloseable {

    private static final String HOST = "127.0.0.1";
    private static final String READY = "/services/platform/q/health/ready";
    private static final String PROBLEM_JSON = "application/problem+json";
    private static final int RETRY_AFTER_SECONDS = 2;
    private static final int CONNECTIONS_PER_SERVICE = 256;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Vertx vertx;
    private final Map<String, HttpProxy> proxies = new HashMap<>();
    private int port;

    private Gateway(Vertx vertx, Map<String, Integer> services) {
        this.vertx = vertx;
        var client = vertx.createHttpClient(
                new HttpClientOptions().setMaxPoolSize(CONNECTIONS_PER_SERVICE).setConnectTimeout(2000));
        services.forEach((service, servicePort) -> proxies.put(
                service,
                HttpProxy.reverseProxy(client).origin(servicePort, HOST).addInterceptor(passOn(service))));
    }

    private static ProxyInterceptor passOn(String service) {
        return new ProxyInterceptor() {
            @Override
            public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
                context.request().setURI(Route.of(context.request().getURI()).uri());
                return context.sendRequest().recover(failure -> unavailable(context, service));
            }
        };
    }

    /**
     * Listens on the loopback interface.
     *
     * @param port 0 for a free one
     * @param services HTTP port of each service by name
     */
    public static Gateway start(int port, Map<String, Integer> services) {
        var gateway = new Gateway(
                Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2).setWorkerPoolSize(2)), services);
        var server = gateway.vertx.createHttpServer(new HttpServerOptions()
                .setHost(HOST)
                .setPort(port)
                // A body that comes over HTTP/2 may have no length, which the proxy cannot pass on.
                .setHttp2ClearTextEnabled(false));
        gateway.port = await(server.requestHandler(gateway::handle).listen()).actualPort();
        return gateway;
    }

    /** The port that it listens on. */
    public int port() {
        return port;
    }

    @Override
    public void close() {
        await(vertx.close());
    }

    private void handle(HttpServerRequest request) {
        var proxy = proxies.get(Route.of(request.uri()).service());
        if (proxy != null) {
            proxy.handle(request);
        } else if (request.uri().equals(READY)) {
            request.response()
                    .putHeader("Content-Type", "application/json")
                    .end(new JsonObject().put("status", "UP").encode());
        } else {
            request.response()
                    .setStatusCode(404)
                    .putHeader("Content-Type", PROBLEM_JSON)
                    .end(problem(
                            404,
                            "There is no such thing",
                            "not-found",
                            "Of a service only /services/NAME/q/health and /q/openapi are open."));
        }
    }

    private static Future<ProxyResponse> unavailable(ProxyContext context, String service) {
        var problem = problem(
                503,
                "The service cannot do this right now",
                "unavailable",
                service + "-service does not answer; try again in a few seconds.");
        return Future.succeededFuture(context.request()
                .release()
                .response()
                .setStatusCode(503)
                .putHeader("Content-Type", PROBLEM_JSON)
                .putHeader("Retry-After", Integer.toString(RETRY_AFTER_SECONDS))
                .setBody(Body.body(problem)));
    }

    private static Buffer problem(int status, String title, String type, String detail) {
        return new JsonObject()
                .put("type", "urn:throughline:problem:" + type)
                .put("title", title)
                .put("status", status)
                .put("detail", detail)
                .toBuffer();
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The gateway cannot start or stop", e);
        }
    }
}
