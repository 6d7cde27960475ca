package io.convoy.kafka;

import io.convoy.inventory.Node;
import io.convoy.kafka.KafkaView.LiveBroker;
import io.convoy.nodestatus.Lifecycle;
import io.convoy.nodestatus.ObservedNode;
import io.convoy.nodestatus.ObservedNode.Operation;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is the matter with one broker. Pure. */
record BrokerDiagnosis(KafkaView view) {

    /** What the inventory says of a node. */
    enum Standing {
        PRESENT,
        TO_COME
    }

    ObservedNode of(Node node, String datacenter, Standing standing) {
        Optional<LiveBroker> live = node.address().flatMap(view::brokerAt);
        return live.map(broker -> alive(node, datacenter, broker.id()))
                .orElseGet(() -> absent(node, datacenter, standing));
    }

    private ObservedNode alive(Node node, String datacenter, BrokerId id) {
        long adding = count(id, Replicas::adding);
        long removing = count(id, Replicas::removing);
        long lagging = view.partitions().stream()
                .map(PartitionState::replicas)
                .filter(replicas ->
                        replicas.present().contains(id) && !replicas.inSync().contains(id))
                .count();
        Lifecycle lifecycle = adding > 0 ? Lifecycle.REBUILDING : removing > 0 ? Lifecycle.LEAVING : Lifecycle.RUNNING;
        Optional<Operation> operation = adding + removing == 0
                ? Optional.empty()
                : Optional.of(new Operation("reassignment", OptionalDouble.empty(), OptionalLong.empty()));
        String reason = adding + removing > 0
                ? "Copies " + adding + " and gives up " + removing + " replicas"
                : lagging > 0 ? lagging + " replicas are not in sync" : "";
        return observed(node, datacenter, new Seen(lifecycle, operation, reason));
    }

    private long count(BrokerId id, Function<Replicas, Set<BrokerId>> which) {
        return view.partitions().stream()
                .filter(partition -> which.apply(partition.replicas()).contains(id))
                .count();
    }

    private ObservedNode absent(Node node, String datacenter, Standing standing) {
        if (standing == Standing.TO_COME) {
            return observed(node, datacenter, new Seen(Lifecycle.PLANNED, Optional.empty(), "It is still to come"));
        }
        Set<BrokerId> missed = missed();
        return observed(
                node,
                datacenter,
                missed.isEmpty()
                        ? new Seen(Lifecycle.DELETED, Optional.empty(), "It is gone, and no replica is missed")
                        : new Seen(
                                Lifecycle.UNREACHABLE,
                                Optional.empty(),
                                "No broker is alive at its address; replicas of brokers " + missed + " are missed"));
    }

    /** Brokers that have replicas and are not alive; of which node each is, a cluster does not know. */
    private Set<BrokerId> missed() {
        Set<BrokerId> holders = view.partitions().stream()
                .flatMap(partition -> partition.replicas().assigned().stream())
                .collect(Collectors.toCollection(HashSet::new));
        view.brokers().forEach(broker -> holders.remove(broker.id()));
        return holders;
    }

    private record Seen(Lifecycle lifecycle, Optional<Operation> operation, String reason) {}

    private static ObservedNode observed(Node node, String datacenter, Seen seen) {
        return new ObservedNode(
                node.name(),
                node.address().orElse(""),
                datacenter,
                node.rack(),
                seen.lifecycle(),
                seen.operation(),
                seen.lifecycle() == Lifecycle.RUNNING && seen.reason().isEmpty(),
                seen.reason());
    }
}
