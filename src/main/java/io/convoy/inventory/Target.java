package io.convoy.inventory;

import io.convoy.base.ByteSize;
import io.convoy.base.SecretReference;
import java.util.List;
import java.util.Optional;

/**
 * What shall become of a cluster.
 *
 * @param strategy the planner's name, for example {@code cassandra-add-datacenter}
 * @param datacenters to be made; empty where the strategy needs none
 * @param cutover how the clients learn to go to the new nodes
 * @param throttle what each broker may spend on copies, in a second; Kafka only, no limit where it is absent
 * @param zookeeperServers where the metadata of a Kafka cluster that keeps it in ZooKeeper goes; empty for all others
 */
public record Target(
        String strategy,
        List<TargetDatacenter> datacenters,
        Optional<Cutover> cutover,
        Optional<ByteSize> throttle,
        List<Endpoint> zookeeperServers) {

    public Target {
        Words.word(strategy);
        datacenters = List.copyOf(datacenters);
        zookeeperServers = List.copyOf(zookeeperServers);
    }

    /** One of which nothing is said that only Kafka needs. */
    public Target(String strategy, List<TargetDatacenter> datacenters, Optional<Cutover> cutover) {
        this(strategy, datacenters, cutover, Optional.empty(), List.of());
    }

    /** A datacenter to be made, and the present one in whose place it comes. */
    public record TargetDatacenter(Datacenter datacenter, Optional<String> replaces) {}

    /** A person confirms the cutover, or a webhook does: its URL may hold a token, so only a reference is kept. */
    public record Cutover(Optional<SecretReference> webhook) {

        public static final Cutover GATE = new Cutover(Optional.empty());
    }
}
