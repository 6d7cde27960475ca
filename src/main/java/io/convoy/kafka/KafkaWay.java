package io.convoy.kafka;

import io.convoy.base.SecretReference;
import io.convoy.inventory.Access;
import io.convoy.inventory.Cluster;
import io.convoy.inventory.Endpoint;
import io.convoy.inventory.KafkaSecurity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How clients reach a Kafka cluster, by what the inventory says. Holds references to secrets only.
 *
 * @param place in the inventory, where its keys stand
 * @param bootstrap {@code host:port,…}
 */
record KafkaWay(String place, String bootstrap, Optional<SecretReference> credentials, KafkaSecurity security) {

    private static final String ACCESS = "access";
    private static final String TARGET_ACCESS = "target.access";

    /** To the cluster by all of its addresses, the old ones and, behind them, the new: the last steps of a move find only those. */
    static KafkaWay to(Cluster cluster) {
        MovingNodes nodes = MovingNodes.of(cluster);
        Stream<String> all = Stream.concat(contactPoints(cluster.access()), newNodes(nodes));
        return of(ACCESS, all, cluster.access())
                .known("cluster " + cluster.name() + ": name access.contactPoints in the inventory");
    }

    /** To one of two clusters, by its own addresses only: whoever mixed them would never know which one answers. */
    static KafkaWay to(Cluster cluster, String datacenter) {
        return side(MovingNodes.of(cluster), datacenter)
                .known("the cluster in " + datacenter
                        + ": name access.contactPoints, and the addresses of all target nodes, in the inventory");
    }

    /** As clients of one of two clusters are configured; without an address where nobody has said. */
    static KafkaWay side(MovingNodes nodes, String datacenter) {
        Optional<Access> source = nodes.cluster().access();
        if (!datacenter.equals(nodes.destination().name())) {
            return of(ACCESS, contactPoints(source), source);
        }
        Optional<Access> own = nodes.cluster().target().flatMap(target -> target.access());
        Stream<String> addresses =
                own.map(Access::contactPoints).orElse(List.of()).isEmpty() ? newNodes(nodes) : contactPoints(own);
        return own.isPresent() ? of(TARGET_ACCESS, addresses, own) : of(ACCESS, addresses, source);
    }

    private static KafkaWay of(String place, Stream<String> addresses, Optional<Access> access) {
        return new KafkaWay(
                place,
                addresses.distinct().collect(Collectors.joining(",")),
                access.flatMap(Access::credentials),
                access.flatMap(Access::security).orElse(KafkaSecurity.NONE));
    }

    private static Stream<String> contactPoints(Optional<Access> access) {
        return access.map(Access::contactPoints).orElse(List.of()).stream().map(Endpoint::toString);
    }

    private static Stream<String> newNodes(MovingNodes nodes) {
        return nodes.target().stream()
                .flatMap(node -> node.address().stream())
                .map(address -> new Endpoint(address, nodes.port()).toString());
    }

    private KafkaWay known(String what) {
        if (bootstrap.isEmpty()) {
            throw new UnreachableKafkaException("Nobody has said how to reach " + what);
        }
        return this;
    }

    /** What stands in the inventory under a key of its place, in the words of a message. */
    String named(String key, Optional<SecretReference> reference) {
        return reference.map(given -> place + "." + key + " (" + given + ")").orElse("no " + place + "." + key);
    }

    /** For messages. */
    String asked() {
        return bootstrap + " in " + security.protocol();
    }
}
