package io.convoy.cassandra;

import io.convoy.execution.Outcome;
import io.convoy.execution.Progress;
import io.convoy.execution.StepContext;
import io.convoy.execution.StepHandler;
import io.convoy.plan.CassandraStep.VerifyDatacenter;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Proves that two datacenters hold the same data, without streaming any.
 *
 * <ol>
 *   <li>Cassandra's preview repair compares Merkle trees of all replicas, range by range. Where they are equal, all is said.
 *   <li>Where they are not, writes may have been under way, or single replicas may have been stale before the move; and where
 *       applications make and drop tables all the time, no trees come to be compared. So what counts is compared: what a quorum reads here with what a quorum reads there, partition by partition. Partitions that
 *       differ are looked at again, ten times a second apart; only what stays different is a difference.
 * </ol>
 */
@Singleton
final class VerifyDatacenterHandler implements StepHandler<VerifyDatacenter> {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final Duration LOOK_LATER = Duration.ofSeconds(5);

    private static final Duration BUDGET = Duration.ofSeconds(3);

    private final CassandraLinks links;

    VerifyDatacenterHandler(CassandraLinks links) {
        this.links = links;
    }

    @Override
    public Class<VerifyDatacenter> stepType() {
        return VerifyDatacenter.class;
    }

    @Override
    public Outcome advance(VerifyDatacenter step, StepContext context) {
        ClusterLink link = links.to(context.cluster());
        CqlNode node = link.anyCql();
        Ring ring = Ring.read(node);
        link.remember(ring.doors());
        Set<String> down = down(step, link, ring);
        if (!down.isEmpty()) {
            return new Outcome.Waiting(
                    Progress.unmeasured("Comparison waits for " + String.join(", ", down)),
                    LOOK_LATER,
                    context.memory());
        }
        List<RepairCommand> commands = commands(step, link, ring, node);
        RepairCourse course = new RepairCourse(
                link, RepairCommand.Kind.PREVIEW, Set.of(step.source(), step.datacenter()), context.memory());
        RepairCourse.Stand stand = course.advance(commands);
        if (stand.failure().isPresent()) {
            return Outcome.retry("Comparison of " + step.datacenter() + " with " + step.source() + " failed: "
                    + stand.failure().get());
        }
        if (!stand.isComplete()) {
            return waiting(stand, course.memory());
        }
        return compareQuorums(step, context, commands, course);
    }

    private Outcome compareQuorums(
            VerifyDatacenter step, StepContext context, List<RepairCommand> commands, RepairCourse course) {
        List<String> evidence = new ArrayList<>();
        Set<String> apart = new TreeSet<>();
        for (RepairCommand command : commands) {
            String result = course.result(command).orElse("");
            if (PreviewResult.inSync(result)) {
                evidence.add(command.ranges().size() + " ranges of " + command.keyspace()
                        + " have equal Merkle trees on all replicas, compared by " + command.coordinator());
            } else {
                apart.add(command.keyspace());
            }
        }
        if (apart.isEmpty()) {
            return new Outcome.Done(evidence);
        }
        ClusterLink link = links.to(context.cluster());
        CqlNode source = node(link, step.source());
        QuorumComparison comparison = new QuorumComparison(source, node(link, step.datacenter()), context.memory());
        List<Keyspace> keyspaces = Schema.keyspaces(source).stream()
                .filter(keyspace -> apart.contains(keyspace.name()))
                .toList();
        long deadline = System.nanoTime() + BUDGET.toNanos();
        keyspaces.forEach(keyspace -> comparison.advance(keyspace, deadline));
        return verdict(step, keyspaces, comparison, evidence, course);
    }

    private static Outcome verdict(
            VerifyDatacenter step,
            List<Keyspace> keyspaces,
            QuorumComparison comparison,
            List<String> evidence,
            RepairCourse course) {
        List<String> different = keyspaces.stream()
                .flatMap(keyspace -> comparison.different(keyspace).stream())
                .toList();
        if (!different.isEmpty()) {
            return Outcome.retry("A quorum of " + step.datacenter() + " reads other data than a quorum of "
                    + step.source() + ": " + String.join("; ", different) + ". Repair these keyspaces, then retry");
        }
        for (Keyspace keyspace : keyspaces) {
            if (comparison.isComplete(keyspace)) {
                evidence.add(comparison.partitions(keyspace) + " partitions of " + keyspace.name()
                        + " are equal as a quorum of each datacenter reads them (single replicas differed, writes were"
                        + " under way, or tables came and went)");
            }
        }
        if (keyspaces.stream().allMatch(comparison::isComplete)) {
            return new Outcome.Done(evidence);
        }
        Map<String, String> memory = new HashMap<>(course.memory());
        memory.putAll(comparison.text());
        long partitions = keyspaces.stream().mapToLong(comparison::partitions).sum();
        return new Outcome.Waiting(
                Progress.unmeasured(partitions + " partitions were compared between quorums so far, of keyspaces "
                        + keyspaces.stream().map(Keyspace::name).collect(Collectors.joining(", "))),
                LOOK_AGAIN,
                memory);
    }

    private static CqlNode node(ClusterLink link, String datacenter) {
        Ring ring = Ring.read(link.anyCql());
        Set<String> live = GossipView.ofAny(ring.addresses(), link).live();
        return ring.in(datacenter).stream()
                .map(Peer::address)
                .filter(live::contains)
                .findFirst()
                .map(link::cql)
                .orElseThrow(() -> new UnreachableException("No node of " + datacenter + " is up"));
    }

    private static Outcome waiting(RepairCourse.Stand stand, Map<String, String> memory) {
        int ended = stand.results().size();
        Progress progress = Progress.of(
                ended + " of " + stand.commands() + " comparisons have ended",
                (double) ended / stand.commands(),
                List.of());
        return new Outcome.Waiting(progress, LOOK_AGAIN, memory);
    }

    private static Set<String> down(VerifyDatacenter step, ClusterLink link, Ring ring) {
        Set<String> live = GossipView.ofAny(ring.addresses(), link).live();
        Set<String> down = new TreeSet<>();
        ring.peers().stream()
                .filter(peer -> Set.of(step.source(), step.datacenter()).contains(peer.datacenter()))
                .map(Peer::address)
                .filter(address -> !live.contains(address))
                .forEach(down::add);
        return down;
    }

    private static List<RepairCommand> commands(VerifyDatacenter step, ClusterLink link, Ring ring, CqlNode node) {
        Set<String> targets = new TreeSet<>();
        ring.in(step.datacenter()).stream().map(Peer::address).forEach(targets::add);
        List<RepairCommand> commands = new ArrayList<>();
        for (String keyspace : step.keyspaces()) {
            if (Schema.replication(node, keyspace).isPresent()) {
                List<OwnedRange> owned = link.jmx(targets.iterator().next()).ranges(keyspace);
                commands.addAll(RepairCommand.covering(keyspace, owned, targets));
            }
        }
        return commands;
    }
}
