package io.convoy.cassandra;

import io.convoy.execution.Outcome;
import io.convoy.execution.Progress;
import io.convoy.execution.StepContext;
import io.convoy.execution.StepHandler;
import io.convoy.plan.CassandraStep.JoinDatacenter;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Waits until the nodes of a new datacenter are full members, as each node of the cluster sees it. */
@Singleton
final class JoinDatacenterHandler implements StepHandler<JoinDatacenter> {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final Duration LOOK_LATER = Duration.ofSeconds(10);

    private final CassandraLinks links;
    private final SchemaAgreement agreement;

    JoinDatacenterHandler(CassandraLinks links) {
        this.links = links;
        this.agreement = new SchemaAgreement(links);
    }

    @Override
    public Class<JoinDatacenter> stepType() {
        return JoinDatacenter.class;
    }

    @Override
    public Outcome advance(JoinDatacenter step, StepContext context) {
        ClusterLink link = links.to(context.cluster());
        Ring ring = Ring.read(link.anyCql());
        link.remember(ring.doors());
        Map<String, Integer> racks = ring.in(step.datacenter()).stream()
                .collect(Collectors.groupingBy(Peer::rack, TreeMap::new, Collectors.summingInt(peer -> 1)));
        Optional<String> wrong = wrongRack(step, racks);
        if (wrong.isPresent()) {
            return new Outcome.Blocked(wrong.get(), LOOK_LATER);
        }
        NodeAnswers<String> modes =
                NodeAnswers.ask(ring.addresses(), address -> mode(link, address, ring), links.threads());
        List<Progress.Part> parts = ring.in(step.datacenter()).stream()
                .map(peer -> part(peer, modes))
                .toList();
        int wanted = step.nodesPerRack().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        List<String> obstacles = new ArrayList<>();
        if (!racks.equals(step.nodesPerRack())) {
            obstacles.add(parts.size() + " of " + wanted + " nodes are in the ring");
        }
        modes.given().forEach((address, mode) -> {
            if (!mode.equals("NORMAL")) {
                obstacles.add(address + " " + mode);
            }
        });
        modes.silent().values().forEach(obstacles::add);
        if (obstacles.isEmpty()) {
            agreement.disagreement(link, ring).ifPresent(obstacles::add);
        }
        if (obstacles.isEmpty()) {
            return Outcome.done("All " + wanted + " nodes of " + step.datacenter() + " are up and normal in racks "
                    + racks + ", every node of the cluster sees all others up, and all hold one schema version");
        }
        String detail = "Datacenter " + step.datacenter() + " has not joined yet: " + String.join("; ", obstacles);
        double fraction =
                parts.stream().mapToDouble(part -> part.fraction().orElse(0)).sum() / Math.max(1, wanted);
        return new Outcome.Waiting(Progress.of(detail, fraction, parts), LOOK_AGAIN, Map.of());
    }

    private static Optional<String> wrongRack(JoinDatacenter step, Map<String, Integer> racks) {
        return racks.entrySet().stream()
                .filter(rack -> rack.getValue() > step.nodesPerRack().getOrDefault(rack.getKey(), 0))
                .findFirst()
                .map(rack -> "Datacenter " + step.datacenter() + " has " + rack.getValue() + " nodes in rack "
                        + rack.getKey() + ", planned are " + step.nodesPerRack()
                        + ": a node's rack cannot be changed once it has joined, so it has to leave and come again");
    }

    /** NORMAL, or what keeps this node from being taken for that. */
    private static String mode(ClusterLink link, String address, Ring ring) {
        StorageService jmx = link.jmx(address);
        String mode = jmx.operationMode();
        if (!mode.equals("NORMAL")) {
            return "is " + mode;
        }
        List<String> live = jmx.liveNodes();
        List<String> unseen =
                ring.addresses().stream().filter(other -> !live.contains(other)).toList();
        return unseen.isEmpty() ? mode : "does not see " + String.join(", ", unseen) + " up";
    }

    private static Progress.Part part(Peer peer, NodeAnswers<String> modes) {
        String mode = modes.given().getOrDefault(peer.address(), "does not answer");
        return new Progress.Part(peer.address(), mode, OptionalDouble.of(mode.equals("NORMAL") ? 1 : 0));
    }
}
