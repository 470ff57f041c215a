package io.throughline.journey.domain.scenario;

import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.event.EventData;
import io.throughline.contracts.event.EventType;
import io.throughline.contracts.json.ContractJson;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads lines such as {@code +90s redirected toChannel=phone by=agent} as contact events. */
final class ScenarioEvents {

    static final String TENANT = "acme";

    private static final Pattern AMOUNT = Pattern.compile("(\\d+)([dhms])");
    private static final Set<String> LISTS = Set.of("options", "references");

    private final Scenario scenario;

    ScenarioEvents(Scenario scenario) {
        this.scenario = scenario;
    }

    List<ContactEvent> of(String contactId, ScenarioContact contact) {
        var events = new ArrayList<ContactEvent>();
        for (int i = 0; i < contact.events.size(); i++) {
            // General fields stand on the first event only: the others must do without them, as on real platforms.
            Map<String, Object> context = i == 0 ? contact.context : Map.of();
            events.add(event(contact.source, contactId, contactId + "." + (i + 1), contact.events.get(i), context));
        }
        return events;
    }

    List<ContactEvent> ofCase(String caseId, List<String> lines) {
        var events = new ArrayList<ContactEvent>();
        for (int i = 0; i < lines.size(); i++) {
            String[] words = lines.get(i).split(" ", 2);
            events.add(event("/crm", caseId, caseId + "." + (i + 1), words[0] + " case." + words[1], Map.of()));
        }
        return events;
    }

    Instant time(String written) {
        if (!written.startsWith("+")) {
            return OffsetDateTime.parse(written).toInstant();
        }
        var amounts = AMOUNT.matcher(written);
        Duration after = Duration.ZERO;
        while (amounts.find()) {
            after = after.plus(Duration.parse(
                    amounts.group(2).equals("d")
                            ? "P" + amounts.group(1) + "D"
                            : "PT" + amounts.group(1) + amounts.group(2).toUpperCase(Locale.ROOT)));
        }
        return scenario.start().plus(after);
    }

    private ContactEvent event(String source, String subject, String id, String line, Map<String, Object> context) {
        String[] words = line.strip().split("\\s+");
        String name = words[1].contains(".") ? words[1] : "contact." + words[1];
        EventType type = EventType.of(EventType.PREFIX + name);
        if (type == null) {
            throw new IllegalArgumentException(
                    "'" + words[1] + "' in \"" + line + "\" is no event of the contract: write e.g. 'started'");
        }
        var fields = new LinkedHashMap<>(context);
        for (int i = 2; i < words.length; i++) {
            String[] field = words[i].split("=", 2);
            fields.put(field[0], value(field[0], field[1]));
        }
        EventData data = ContractJson.STRICT.convertValue(fields, type.dataClass());
        return new ContactEvent(TENANT, source, id, subject, time(words[0]), null, null, data);
    }

    private Object value(String field, String written) {
        if (field.equals("dueAt")) {
            return time(written).toString();
        }
        return LISTS.contains(field) ? List.of(written.split(",")) : written;
    }
}
