package io.throughline.journey.scenario;

import io.throughline.contracts.event.ContactContext;
import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.event.EventData;
import io.throughline.contracts.event.EventType;
import io.throughline.contracts.event.UnknownData;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
            Map<String, Object> context = i == 0 ? firstContext(contact) : Map.of();
            var at = new Place(contact.tenant, contact.source, contactId, contactId + "." + (i + 1));
            events.add(event(at, contact.events.get(i), context));
        }
        return events;
    }

    List<ContactEvent> ofCase(String caseId, List<String> lines) {
        var events = new ArrayList<ContactEvent>();
        for (int i = 0; i < lines.size(); i++) {
            String[] words = lines.get(i).split(" ", 2);
            var at = new Place(TENANT, "/crm", caseId, caseId + "." + (i + 1));
            events.add(event(at, words[0] + " case." + words[1], Map.of()));
        }
        return events;
    }

    /** Lines such as {@code +2d linked customerId:1 customerId:2}. */
    List<ContactEvent> ofIdentities(List<String> lines) {
        var events = new ArrayList<ContactEvent>();
        for (int i = 0; i < lines.size(); i++) {
            String[] words = lines.get(i).split(" ");
            var at = new Place(TENANT, "/crm", words[2], "identity." + (i + 1));
            events.add(event(
                    at,
                    words[0] + " identity." + words[1],
                    Map.of("identifiers", identifiers(List.of(words[2], words[3])))));
        }
        return events;
    }

    private static Map<String, Object> firstContext(ScenarioContact contact) {
        var context = new LinkedHashMap<>(contact.context);
        context.put("identifiers", identifiers(contact.identifiers()));
        return context;
    }

    private static List<Map<String, String>> identifiers(List<String> written) {
        return written.stream()
                .map(one -> one.split(":", 2))
                .map(one -> Map.of("type", one[0], "token", one[1]))
                .toList();
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

    private ContactEvent event(Place at, String line, Map<String, Object> context) {
        String[] words = line.strip().split("\\s+");
        var fields = new LinkedHashMap<>(context);
        for (int i = 2; i < words.length; i++) {
            String[] field = words[i].split("=", 2);
            fields.put(field[0], value(field[0], field[1]));
        }
        var data = data(words[1], fields);
        checkAllRead(fields, data, line);
        return new ContactEvent(at.tenant, at.source, at.id, at.subject, time(words[0]), null, null, data);
    }

    /** A misspelt field would be passed over silently. */
    private static void checkAllRead(Map<String, Object> fields, EventData data, String line) {
        var read = ContractJson.MAPPER.valueToTree(data);
        fields.forEach((field, value) -> {
            if (value != null && !List.of().equals(value) && !read.has(field)) {
                throw new IllegalArgumentException("'" + field + "' at \"" + line + "\" is no field of that event");
            }
        });
    }

    /** A name that is written in full, with its prefix, may be one that the contract does not have. */
    private static EventData data(String name, Map<String, Object> fields) {
        boolean inFull = name.startsWith(EventType.PREFIX);
        String typeName = inFull ? name : EventType.PREFIX + (name.contains(".") ? name : "contact." + name);
        EventType type = EventType.of(typeName);
        if (type != null) {
            return ContractJson.STRICT.convertValue(fields, type.dataClass());
        }
        if (inFull) {
            return new UnknownData(typeName, ContractJson.STRICT.convertValue(fields, ContactContext.class));
        }
        throw new IllegalArgumentException("'" + name + "' is no event of the contract: write e.g. 'started'");
    }

    private Object value(String field, String written) {
        if (field.equals("dueAt")) {
            return time(written).toString();
        }
        if (field.equals("identifiers")) {
            return identifiers(List.of(written.split(",")));
        }
        if (field.equals("durations")) {
            return Stream.of(written.split(","))
                    .map(part -> part.split(":"))
                    .collect(Collectors.toMap(part -> part[0], part -> part[1]));
        }
        return LISTS.contains(field) ? List.of(written.split(",")) : written;
    }

    /** Where an event stands: whose it is, and its name there. */
    private record Place(String tenant, String source, String subject, String id) {}
}
