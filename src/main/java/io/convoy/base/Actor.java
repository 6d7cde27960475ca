package io.convoy.base;

/** Who decided or did something: a person or a token's name, or Convoy itself. */
public record Actor(String name) {

    public static final Actor CONVOY = new Actor("convoy");

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
