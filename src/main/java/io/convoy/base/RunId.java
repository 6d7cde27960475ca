package io.convoy.base;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The identity of one run of a change plan. */
public record RunId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RunId {}

    public static RunId random() {
        return new RunId(UUID.randomUUID());
    }

    public static RunId parse(String text) {
        try {
            return new RunId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound("There is no run '" + text + "': a run's id is a UUID, see GET /api/v1/runs");
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
