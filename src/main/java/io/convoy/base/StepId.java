package io.convoy.base;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The name of one step, unique in its plan, for example {@code 040-replicate-orders}. */
public record StepId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public StepId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A step has an id");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
