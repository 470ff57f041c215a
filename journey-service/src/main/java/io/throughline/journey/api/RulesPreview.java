package io.throughline.journey.api;

import com.fasterxml.jackson.databind.ObjectWriter;
import io.throughline.contracts.json.ContractJson;
import io.throughline.journey.domain.Journeys;
import io.throughline.journey.domain.preview.Effect;
import io.throughline.journey.domain.preview.Totals;
import io.throughline.journey.domain.rules.RuleVersions;
import io.throughline.journey.stream.customer.StoredCustomers;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Judges all that is stored of a tenant's customers by the present and by other rules, and writes what differs, a JSON
 * object a line, as it goes: it never holds more than a page of one customer. The last line has the summary; without it something
 * broke off.
 */
record RulesPreview(
        StoredCustomers customers, String tenant, RuleVersions present, RuleVersions other, Effect.Span span)
        implements StreamingOutput {

    private static final ObjectWriter JSON = ContractJson.MAPPER.writer();
    private static final int PROGRESS_EVERY = 1000;

    @Override
    public void write(OutputStream output) throws IOException {
        var totals = new Totals();
        var partitions = customers.partitions();
        try (var lines = new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8))) {
            for (int partition : partitions) {
                customers.forEach(tenant, partition, (customerId, pages) -> add(customerId, pages, totals, lines));
            }
            line(
                    lines,
                    Map.of(
                            "summary", totals.summary(),
                            "partitions", partitions.size(),
                            "allPartitions", customers.allPartitions()));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void add(String customerId, Stream<StoredCustomers.Stored> pages, Totals totals, Writer lines) {
        totals.addCustomer();
        pages.forEach(stored -> {
            var before = Journeys.of(tenant, customerId, stored.contacts(), stored.cases(), present);
            var after = Journeys.of(tenant, customerId, stored.contacts(), stored.cases(), other);
            var effect = Effect.of(before, after, span);
            totals.add(effect);
            effect.switches().forEach(changed -> line(lines, Map.of("switch", changed)));
            effect.journeys().forEach(changed -> line(lines, Map.of("journey", changed)));
        });
        if (totals.customers() % PROGRESS_EVERY == 0) {
            line(lines, Map.of("customers", totals.customers()));
            flush(lines);
        }
    }

    /** Who waits sees how far it is. */
    private static void flush(Writer lines) {
        try {
            lines.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void line(Writer lines, Object value) {
        try {
            lines.write(JSON.writeValueAsString(value));
            lines.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
