package io.throughline.local.rejudge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.throughline.local.Failure;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer to {@code POST /v1/rules/preview}, line by line; only the first changed switches are kept. */
public final class Preview {

    static final int SHOWN = 20;

    private final List<JsonNode> switches = new ArrayList<>();
    private JsonNode last = MissingNode.getInstance();

    /** The path to ask, with times as the user gave them. */
    public static String path(@Nullable String from, @Nullable String to) {
        var query = new ArrayList<String>();
        if (from != null) {
            query.add("from=" + URLEncoder.encode(from, StandardCharsets.UTF_8));
        }
        if (to != null) {
            query.add("to=" + URLEncoder.encode(to, StandardCharsets.UTF_8));
        }
        return "/v1/rules/preview" + (query.isEmpty() ? "" : "?" + String.join("&", query));
    }

    /** Takes the next line. */
    public void take(JsonNode line) {
        if (line.has("switch") && switches.size() < SHOWN) {
            switches.add(line.path("switch"));
        } else if (line.has("summary")) {
            last = line;
        }
    }

    /** @throws Failure when the answer ended without its summary */
    public Preview finished() {
        if (last.isMissingNode()) {
            throw new Failure("The answer broke off before its end: see ./throughline logs journey");
        }
        return this;
    }

    /** The first changed switches. */
    List<JsonNode> switches() {
        return switches;
    }

    JsonNode summary() {
        return last.path("summary");
    }

    /** Whether the instance that answered keeps only a part of all customers. */
    boolean isPartial() {
        return last.path("partitions").asInt() < last.path("allPartitions").asInt();
    }

    /** Such as {@code 2 of 4 partitions}. */
    String extent() {
        return last.path("partitions").asInt() + " of "
                + last.path("allPartitions").asInt() + " partitions";
    }
}
