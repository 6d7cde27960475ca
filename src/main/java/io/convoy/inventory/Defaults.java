package io.convoy.inventory;

import java.util.List;
import java.util.Optional;

/** What the clusters of a file inherit where they say nothing themselves. */
final class Defaults {

    static final Defaults NONE = new Defaults(Optional.empty(), Optional.empty(), Optional.empty());

    private static final List<String> KEYS =
            List.of("environment", "tier", "version", "owner", "labels", "provider", "region");
    private static final List<String> VERSION_KEYS = List.of(Kind.CASSANDRA.word(), Kind.KAFKA.word());

    private final Optional<Fields> fields;
    private final Optional<Fields> versions;
    private final Optional<Fields> owner;

    private Defaults(Optional<Fields> fields, Optional<Fields> versions, Optional<Fields> owner) {
        this.fields = fields;
        this.versions = versions;
        this.owner = owner;
    }

    /** Checks all of it, also what no cluster happens to need. */
    static Defaults of(Item item, Problems problems) {
        Optional<Fields> fields = Fields.of(item, problems, KEYS);
        Optional<Fields> versions =
                fields.flatMap(given -> given.item("version")).flatMap(it -> Fields.of(it, problems, VERSION_KEYS));
        Optional<Fields> owner = fields.flatMap(given -> given.item("owner"))
                .flatMap(it -> Fields.of(it, problems, StandingBinder.OWNER_KEYS));
        fields.ifPresent(Defaults::check);
        versions.ifPresent(given -> VERSION_KEYS.forEach(key -> given.optional(key, Words::version)));
        return new Defaults(fields, versions, owner);
    }

    private static void check(Fields given) {
        given.optional("environment", Environment::parse);
        given.optional("tier", Words::word);
        given.optional("provider", Words::loweredWord);
        given.optional("region", Words::loweredWord);
    }

    /** A default that is the same for every kind of cluster. */
    Optional<Item> item(String key) {
        return fields.flatMap(given -> given.item(key));
    }

    Optional<Item> version(Kind kind) {
        return versions.flatMap(given -> given.item(kind.word()));
    }

    Optional<Item> owner(String key) {
        return owner.flatMap(given -> given.item(key));
    }
}
