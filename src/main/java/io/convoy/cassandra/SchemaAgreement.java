package io.convoy.cassandra;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Whether all nodes that are up hold one schema version, each asked itself. */
final class SchemaAgreement {

    private final CassandraLinks links;

    SchemaAgreement(CassandraLinks links) {
        this.links = links;
    }

    /** Who disagrees; empty when nobody does. */
    Optional<String> disagreement(ClusterLink link, Ring ring) {
        GossipView gossip = GossipView.ofAny(ring.addresses(), link);
        NodeAnswers<String> versions = NodeAnswers.ask(
                ring.addresses().stream().filter(gossip.live()::contains).toList(),
                address -> link.jmx(address).schemaVersion(),
                links.threads());
        if (!versions.silent().isEmpty()) {
            return Optional.of("no answer about the schema from "
                    + String.join(", ", versions.silent().keySet()));
        }
        Map<String, String> nodes = new TreeMap<>();
        versions.given()
                .forEach((address, version) -> nodes.merge(version, address, (one, other) -> one + ", " + other));
        return nodes.size() <= 1
                ? Optional.empty()
                : Optional.of(nodes.entrySet().stream()
                        .map(entry -> entry.getKey() + " on " + entry.getValue())
                        .collect(Collectors.joining("; ", "schema versions differ: ", "")));
    }
}
