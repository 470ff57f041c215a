package io.throughline.journey.scenario;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A contact of a scenario: who made it and at whose tenant, its general fields (those of the contract), its events. */
final class ScenarioContact {

    String person = "customer";
    String source = "/test";
    String tenant = ScenarioEvents.TENANT;

    @Nullable
    List<String> identifiers;

    List<String> events = new ArrayList<>();
    final Map<String, Object> context = new LinkedHashMap<>();

    public void setPerson(String person) {
        this.person = person;
    }

    public void setSource(String source) {
        this.source = source;
    }

    public void setTenant(String tenant) {
        this.tenant = tenant;
    }

    /** Written as {@code type:value}; without any, the contact bears its person's customer id. */
    public void setIdentifiers(List<String> identifiers) {
        this.identifiers = identifiers;
    }

    public void setEvents(List<String> events) {
        this.events = events;
    }

    List<String> identifiers() {
        return identifiers == null ? List.of("customerId:" + person) : identifiers;
    }

    @JsonAnySetter
    public void set(String field, Object value) {
        context.put(field, value);
    }
}
