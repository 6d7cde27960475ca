package io.convoy.inventory;

import io.convoy.base.SecretReference;
import io.convoy.inventory.Item.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads how a cluster is reached; a secret in place of a reference is refused without being repeated. */
final class AccessBinder {

    private static final List<String> KEYS = List.of("contactPoints", "credentials", "jmx");
    private static final List<String> KAFKA_KEYS =
            Stream.concat(KEYS.stream(), KafkaSecurityBinder.KEYS.stream()).toList();
    private static final List<String> JMX_KEYS = List.of("port", "credentials");

    private final Problems problems;

    AccessBinder(Problems problems) {
        this.problems = problems;
    }

    Optional<Access> bind(Item item, Optional<Kind> kind) {
        boolean isKafka = kind.isEmpty() || kind.get() == Kind.KAFKA;
        return Fields.of(item, problems, isKafka ? KAFKA_KEYS : KEYS)
                .map(access -> new Access(
                        endpoints(access, "contactPoints"),
                        access.optional("credentials", SecretReference::new),
                        access.item("jmx").flatMap(this::jmx),
                        isKafka ? new KafkaSecurityBinder(problems).bind(access) : Optional.empty()));
    }

    List<Endpoint> endpoints(Fields fields, String key) {
        List<Endpoint> endpoints = new ArrayList<>();
        for (Item item : fields.list(key)) {
            endpoint(item).ifPresent(endpoints::add);
        }
        return endpoints;
    }

    private Optional<Endpoint> endpoint(Item item) {
        if (!(item instanceof Scalar scalar)) {
            problems.add(item.place(), "Here stands " + item.description() + ": write host:port");
            return Optional.empty();
        }
        return problems.attempt(item.place(), () -> Endpoint.parse(scalar.text().strip()));
    }

    private Optional<Access.Jmx> jmx(Item item) {
        return Fields.of(item, problems, JMX_KEYS)
                .map(jmx -> new Access.Jmx(
                        jmx.optional("port", Numbers::port).orElse(Access.Jmx.DEFAULT_PORT),
                        jmx.optional("credentials", SecretReference::new)));
    }
}
