package io.convoy.cassandra;

import io.convoy.execution.Outcome;
import io.convoy.execution.Progress;
import io.convoy.execution.StepContext;
import io.convoy.execution.StepHandler;
import io.convoy.plan.CassandraStep.RepairKeyspace;
import io.convoy.plan.Replication;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Repairs every range of a keyspace between the replicas of these datacenters. */
@Singleton
final class RepairKeyspaceHandler implements StepHandler<RepairKeyspace> {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
    private static final Duration LOOK_LATER = Duration.ofSeconds(5);

    private final CassandraLinks links;

    RepairKeyspaceHandler(CassandraLinks links) {
        this.links = links;
    }

    @Override
    public Class<RepairKeyspace> stepType() {
        return RepairKeyspace.class;
    }

    @Override
    public Outcome advance(RepairKeyspace step, StepContext context) {
        ClusterLink link = links.to(context.cluster());
        CqlNode node = link.anyCql();
        Ring ring = Ring.read(node);
        link.remember(ring.doors());
        Optional<Replication> replication = Schema.replication(node, step.keyspace());
        if (replication.isEmpty()) {
            return Outcome.giveUp("There is no keyspace " + step.keyspace() + " any more: plan again");
        }
        Set<String> datacenters = step.datacenters().stream()
                .filter(datacenter -> !replication.get().isPerDatacenter()
                        || replication.get().in(datacenter) > 0)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> replicas = ring.peers().stream()
                .filter(peer -> datacenters.contains(peer.datacenter()))
                .map(Peer::address)
                .collect(Collectors.toCollection(TreeSet::new));
        GossipView gossip = GossipView.ofAny(ring.addresses(), link);
        Set<String> down = new TreeSet<>(replicas);
        down.removeAll(gossip.live());
        if (!down.isEmpty()) {
            return Outcome.waiting(
                    "Repair of " + step.keyspace() + " waits for " + String.join(", ", down)
                            + ": without all replicas it would prove nothing",
                    LOOK_LATER);
        }
        String asked = replicas.iterator().next();
        List<RepairCommand> commands =
                RepairCommand.covering(step.keyspace(), link.jmx(asked).ranges(step.keyspace()), replicas);
        return follow(step, new RepairCourse(link, RepairCommand.Kind.REPAIR, datacenters, context.memory()), commands);
    }

    private static Outcome follow(RepairKeyspace step, RepairCourse course, List<RepairCommand> commands) {
        RepairCourse.Stand stand = course.advance(commands);
        if (stand.failure().isPresent()) {
            return Outcome.retry("Repair of " + step.keyspace() + " failed: "
                    + stand.failure().get());
        }
        if (stand.isComplete()) {
            int ranges = commands.stream()
                    .mapToInt(command -> command.ranges().size())
                    .sum();
            return Outcome.done("Full repair of " + ranges + " ranges of " + step.keyspace() + " in "
                    + String.join(", ", step.datacenters()) + " has ended well in " + commands.size() + " commands");
        }
        Progress progress = Progress.of(
                "Repair of " + step.keyspace() + ": " + stand.results().size() + " of " + commands.size()
                        + " commands have ended",
                (double) stand.results().size() / commands.size(),
                List.of());
        return new Outcome.Waiting(progress, LOOK_AGAIN, course.memory());
    }
}
