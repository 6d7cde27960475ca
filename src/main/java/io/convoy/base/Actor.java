package io.convoy.base;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Who decided or did something: a person or a token's name, or Convoy itself. */
public record Actor(@JsonValue String name) {

    public static final Actor CONVOY = new Actor("convoy");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Actor {
        if (name.isBlank()) {
            throw new IllegalArgumentException("An actor has a name");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
