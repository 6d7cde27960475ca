package io.convoy.inventory;

import java.util.Optional;

/** Whose cluster it is and how to reach them. */
public record Owner(Optional<String> team, Optional<String> contact) {

    public static final Owner UNKNOWN = new Owner(Optional.empty(), Optional.empty());

    public Owner {
        team = spoken(team);
        contact = spoken(contact);
    }

    private static Optional<String> spoken(Optional<String> text) {
        return text.map(String::strip).filter(stripped -> !stripped.isEmpty());
    }
}
