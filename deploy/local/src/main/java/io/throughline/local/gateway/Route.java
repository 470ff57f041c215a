package io.throughline.local.gateway;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Where a request goes.
 *
 * @param service the service that answers it; empty for none
 * @param uri path and query as that service knows them
 */
record Route(String service, String uri) {

    private static final String SERVICES = "/services/";

    /** What is open of a service by its name: its metrics, for one, have every tenant's figures. */
    private static final Pattern OPEN =
            Pattern.compile("/services/([a-z]+)(/q/(?:health(?:/[a-z]+)?|openapi)(?:\\?.*)?)");

    /** A service that there is not. */
    private static final String NOBODY = "";

    /** Whose a path is: the prefix itself, or anything below it. */
    private record Prefix(String path, String service) {
        boolean covers(String requested) {
            return requested.equals(path) || requested.startsWith(path + "/");
        }
    }

    /** The first one that covers a path decides. */
    private static final List<Prefix> PREFIXES = List.of(
            new Prefix("/v1/events", "intake"),
            new Prefix("/v1/webhooks", "intake"),
            new Prefix("/v1/customers/lookup", "intake"),
            new Prefix("/v1/rejected", "intake"),
            new Prefix("/v1/connections", "intake"),
            new Prefix("/v1/customers", "journey"),
            new Prefix("/v1/journeys", "journey"),
            new Prefix("/v1/erasures", "journey"),
            new Prefix("/v1/contacts", "journey"),
            new Prefix("/v1/rules", "journey"),
            new Prefix("/q", NOBODY),
            new Prefix("/v1/routes", "routing"));

    /** What no prefix covers is feedback's: KPIs, reports and the dashboard at the root. */
    private static final String OTHERWISE = "feedback";

    /** The route of a request by its path and query. */
    static Route of(String uri) {
        if (uri.startsWith(SERVICES)) {
            var open = OPEN.matcher(uri);
            return open.matches() ? new Route(open.group(1), open.group(2)) : new Route(NOBODY, uri);
        }
        int query = uri.indexOf('?');
        var path = query < 0 ? uri : uri.substring(0, query);
        return PREFIXES.stream()
                .filter(prefix -> prefix.covers(path))
                .findFirst()
                .map(prefix -> new Route(prefix.service(), uri))
                .orElse(new Route(OTHERWISE, uri));
    }
}
