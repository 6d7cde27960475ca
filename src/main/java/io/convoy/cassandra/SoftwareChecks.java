package io.convoy.cassandra;

import io.convoy.plan.Finding;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether old and new nodes can form one cluster. */
final class SoftwareChecks {

    static final List<PreflightCheck> ALL = List.of(
            SoftwareChecks::snitch,
            SoftwareChecks::partitioner,
            SoftwareChecks::labelsDiffer,
            SoftwareChecks::versionsDiffer,
            SoftwareChecks::versionTooOld);

    private static final Set<String> UNAWARE = Set.of("SimpleSnitch");
    private static final Set<String> AWARE = Set.of(
            "GossipingPropertyFileSnitch",
            "PropertyFileSnitch",
            "RackInferringSnitch",
            "Ec2Snitch",
            "Ec2MultiRegionSnitch",
            "GoogleCloudSnitch",
            "AzureSnitch",
            "AlibabaCloudSnitch",
            "CloudstackSnitch");
    private static final String MURMUR3 = "Murmur3Partitioner";

    private SoftwareChecks() {}

    private static Stream<Finding> snitch(Move move, Topology topology) {
        String snitch = topology.snitch();
        if (UNAWARE.contains(snitch)) {
            return Stream.of(PreflightCheck.blocker(
                    "snitch",
                    snitch + " does not know datacenters: the new nodes would count as nodes of the old one.",
                    "Change every node to GossipingPropertyFileSnitch, with the datacenter and rack that it has now, in a"
                            + " rolling restart; then plan again."));
        }
        if (!AWARE.contains(snitch)) {
            return Stream.of(PreflightCheck.warning(
                    "snitch",
                    "Convoy does not know " + snitch + ".",
                    "Make sure that it will place the new nodes in " + move.targetName() + " and in their racks."));
        }
        if (!snitch.equals("GossipingPropertyFileSnitch")) {
            return Stream.of(PreflightCheck.warning(
                    "snitch",
                    snitch + " takes datacenter and rack from elsewhere than each node's own file.",
                    "Make sure that it will place the new nodes in " + move.targetName()
                            + " and in their racks; the step" + " that waits for them to join checks it."));
        }
        return Stream.empty();
    }

    private static Stream<Finding> partitioner(Move move, Topology topology) {
        if (topology.partitioner().equals(MURMUR3)) {
            return Stream.empty();
        }
        return Stream.of(PreflightCheck.blocker(
                "partitioner",
                "The cluster uses " + topology.partitioner() + "; Convoy copies ranges of " + MURMUR3 + " only.",
                "A partitioner cannot be changed in place: move the data into a new cluster by dual writes."));
    }

    /** Clusters whose owners wrote down what they believe are compared with what is. */
    private static Stream<Finding> labelsDiffer(Move move, Topology topology) {
        Map<String, String> actual =
                Map.of("cluster_name", topology.clusterName(), "partitioner", topology.partitioner());
        return move.cluster().labels().entrySet().stream()
                .filter(label -> actual.containsKey(label.getKey()))
                .filter(label -> !label.getValue().equals(actual.get(label.getKey())))
                .map(label -> PreflightCheck.blocker(
                        label.getKey(),
                        "The inventory's label says '" + label.getValue() + "', the running cluster '"
                                + actual.get(label.getKey()) + "'.",
                        "See whether access.contactPoints lead to the right cluster; then correct the label. Nodes that"
                                + " differ in it never join."));
    }

    private static Stream<Finding> versionsDiffer(Move move, Topology topology) {
        List<String> versions =
                move.members().map(Member::version).distinct().sorted().toList();
        if (versions.size() > 1) {
            return Stream.of(PreflightCheck.blocker(
                    "version",
                    "The nodes run " + String.join(", ", versions) + ".",
                    "End the upgrade first: nodes of different versions do not stream to each other."));
        }
        return versions.stream()
                .filter(version -> !version.equals(move.cluster().version()))
                .map(version -> PreflightCheck.warning(
                        "version",
                        "The cluster runs " + version + ", the inventory says "
                                + move.cluster().version() + ".",
                        "Correct the inventory; the new nodes get " + version
                                + ", because old and new must be the same."));
    }

    private static Stream<Finding> versionTooOld(Move move, Topology topology) {
        Map<Boolean, List<String>> byAge = move.members()
                .map(Member::version)
                .distinct()
                .sorted()
                .filter(version -> CassandraVersion.parse(version).isBefore(4, 1))
                .collect(Collectors.partitioningBy(
                        version -> CassandraVersion.parse(version).isBefore(4, 0)));
        Stream<Finding> blind = byAge.getOrDefault(true, List.of()).stream()
                .map(version -> PreflightCheck.blocker(
                        "version",
                        "Cassandra " + version + " does not tell who is connected (system_views came with 4.0).",
                        "Upgrade the cluster to 4.1 or later, then plan again."));
        Stream<Finding> unguarded = byAge.getOrDefault(false, List.of()).stream()
                .map(version -> PreflightCheck.warning(
                        "version",
                        "Cassandra " + version + " cannot refuse drops by itself (guardrails came with 4.1).",
                        "Upgrade to 4.1 or later, or stop every job that drops or truncates tables for the time of the"
                                + " freeze; jobs that ask Convoy for a permit wait by themselves."));
        return Stream.concat(blind, unguarded);
    }
}
