package io.convoy.inventory;

import io.convoy.base.ByteSize;
import io.convoy.base.SecretReference;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What shall become of a cluster.
 *
 * @param strategy the planner's name, for example {@code cassandra-add-datacenter}
 * @param datacenters to be made; empty where the strategy needs none
 * @param cutover how the clients learn to go to the new nodes
 * @param throttle what each broker may spend on copies, in a second; Kafka only, no limit where it is absent
 * @param canaryTopic where Convoy writes records of its own while partitions move, to feel what producers feel; Kafka only
 * @param zookeeperServers where the metadata of a Kafka cluster that keeps it in ZooKeeper goes; empty for all others
 * @param access how the new cluster of a Kafka cluster that is not moved as one is reached; as the old one where it is absent
 * @param clients what only people know of the clients; Kafka only
 */
public record Target(
        String strategy,
        List<TargetDatacenter> datacenters,
        Optional<Cutover> cutover,
        Optional<ByteSize> throttle,
        Optional<String> canaryTopic,
        List<Endpoint> zookeeperServers,
        Optional<Access> access,
        Clients clients) {

    /** Stands for the strategy that Convoy proposes when it has looked at a Kafka cluster. */
    public static final String PROPOSED_KAFKA = "kafka-proposed";

    public Target {
        Words.word(strategy);
        datacenters = List.copyOf(datacenters);
        zookeeperServers = List.copyOf(zookeeperServers);
    }

    /** One of which nothing is said that only Kafka needs. */
    public Target(String strategy, List<TargetDatacenter> datacenters, Optional<Cutover> cutover) {
        this(
                strategy,
                datacenters,
                cutover,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Clients.UNKNOWN);
    }

    /**
     * What only people know of a Kafka cluster's clients; empty where nobody has said.
     *
     * @param orderMatters whether the order of records has to survive the move
     * @param consumersReadBoth whether consumers can read two clusters at a time
     * @param clientsReachBoth whether clients reach the networks of both sides
     * @param prefixedTopics whether they expect copied topics under names that begin with the source's
     * @param quiet how long none of them may be seen at brokers that are to be given up
     */
    public record Clients(
            Optional<Boolean> orderMatters,
            Optional<Boolean> consumersReadBoth,
            Optional<Boolean> clientsReachBoth,
            Optional<Boolean> prefixedTopics,
            Optional<Duration> quiet) {

        public static final Clients UNKNOWN =
                new Clients(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A datacenter to be made, and the present one in whose place it comes. */
    public record TargetDatacenter(Datacenter datacenter, Optional<String> replaces) {}

    /** A person confirms the cutover, or a webhook does. */
    public record Cutover(Optional<Webhook> webhook) {

        public static final Cutover GATE = new Cutover(Optional.empty());
    }

    /**
     * The customer's own automation.
     *
     * @param url it may hold a token, so only a reference is kept
     * @param secret of the keys with which Convoy signs; the server's own where empty
     */
    public record Webhook(SecretReference url, Optional<SecretReference> secret) {}
}
