package io.convoy.cassandra;

import io.convoy.execution.Outcome;
import io.convoy.execution.Progress;
import io.convoy.execution.StepContext;
import io.convoy.execution.StepHandler;
import io.convoy.plan.CassandraStep.VerifyDatacenter;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Compares two datacenters range by range with Cassandra's own preview repair: Merkle trees of all replicas, no streaming. */
@Singleton
final class VerifyDatacenterHandler implements StepHandler<VerifyDatacenter> {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final Duration LOOK_LATER = Duration.ofSeconds(5);

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
        return verdict(step, commands, course);
    }

    private static Outcome verdict(VerifyDatacenter step, List<RepairCommand> commands, RepairCourse course) {
        List<String> evidence = new ArrayList<>();
        List<String> apart = new ArrayList<>();
        for (RepairCommand command : commands) {
            String result = course.result(command).orElse("");
            String words = command.ranges().size() + " ranges of " + command.keyspace() + ", compared by "
                    + command.coordinator() + ": " + result;
            (PreviewResult.inSync(result) ? evidence : apart).add(words);
        }
        return apart.isEmpty()
                ? new Outcome.Done(evidence)
                : Outcome.retry("Datacenters " + step.source() + " and " + step.datacenter() + " differ: "
                        + String.join("; ", apart));
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
