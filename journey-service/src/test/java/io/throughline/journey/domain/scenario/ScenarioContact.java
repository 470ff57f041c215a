package io.throughline.journey.domain.scenario;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A contact of a scenario: who made it, its general fields (those of the contract), its events. */
final class ScenarioContact {

    String person = "customer";
    String source = "/test";
    List<String> events = new ArrayList<>();
    final Map<String, Object> context = new LinkedHashMap<>();

    public void setPerson(String person) {
        this.person = person;
    }

    public void setSource(String source) {
        this.source = source;
    }

    public void setEvents(List<String> events) {
        this.events = events;
    }

    @JsonAnySetter
    public void set(String field, Object value) {
        context.put(field, value);
    }
}
