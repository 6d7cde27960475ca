package io.convoy.kafka;

import io.convoy.base.ByteSize;
import io.convoy.plan.Fact;
import io.convoy.plan.Fact.Weight;
import io.convoy.plan.PlannedNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a plan relies on. Topics are none: they come and go all day, and the move sees at every look which there are. */
final class KafkaFacts {

    private static final String BROKER = "broker.";

    private KafkaFacts() {}

    static List<Fact> of(SharedClusterMove move) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("observed", move.observed().isPresent() ? "yes" : "no", Weight.BINDING));
        for (PlannedNode node : move.nodes().target()) {
            facts.add(new Fact(
                    "target." + node.name(), node.rack() + " " + node.address().orElse("anywhere"), Weight.BINDING));
        }
        move.throttle()
                .ifPresent(rate ->
                        facts.add(new Fact("target.throttle", new ByteSize(rate) + " a second", Weight.BINDING)));
        move.canaryTopic().ifPresent(topic -> facts.add(new Fact("target.canaryTopic", topic, Weight.BINDING)));
        move.sources()
                .forEach(broker -> facts.add(
                        new Fact(BROKER + broker.id(), broker.node() + " " + rack(broker.rack()), Weight.BINDING)));
        move.observed().ifPresent(view -> {
            facts.add(new Fact("cluster.id", view.clusterId(), Weight.BINDING));
            facts.add(new Fact("metadata", move.quorum().isPresent() ? "kraft" : "zookeeper", Weight.BINDING));
        });
        move.zookeeper().ifPresent(servers -> {
            facts.add(new Fact("zookeeper.connect", servers.connect(), Weight.BINDING));
            facts.add(new Fact("zookeeper.version", servers.version(), Weight.BINDING));
            facts.add(new Fact(
                    "zookeeper.votes",
                    servers.promotion().isPossible() ? "handed over" : "not handed over",
                    Weight.BINDING));
            servers.seen()
                    .config()
                    .settings()
                    .forEach((key, value) -> facts.add(new Fact("zookeeper." + key, value, Weight.BINDING)));
        });
        return facts;
    }

    /** Whether the plan was made from a cluster that answered. */
    static boolean haveSeenTheCluster(List<Fact> facts) {
        return facts.stream()
                .anyMatch(fact -> fact.name().equals("observed") && fact.value().equals("yes"));
    }

    static Optional<String> clusterId(List<Fact> facts) {
        return facts.stream()
                .filter(fact -> fact.name().equals("cluster.id"))
                .map(Fact::value)
                .findFirst();
    }

    /** The rack of each old broker that was seen. */
    static Map<Integer, String> racks(List<Fact> facts) {
        return facts.stream()
                .filter(fact -> fact.name().startsWith(BROKER))
                .collect(Collectors.toMap(
                        fact -> Integer.valueOf(fact.name().substring(BROKER.length())),
                        fact -> fact.value().split(" ", 2)[1]));
    }

    static String rack(Optional<String> rack) {
        return rack.orElse("no rack");
    }

    /** What a move between two clusters relies on: who is there, and where it goes. */
    static List<Fact> of(TwoClusterMove move) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("observed", move.seen().isPresent() ? "yes" : "no", Weight.BINDING));
        for (PlannedNode node : move.nodes().target()) {
            facts.add(new Fact(
                    "target." + node.name(), node.rack() + " " + node.address().orElse("anywhere"), Weight.BINDING));
        }
        move.seen().ifPresent(seen -> {
            facts.add(new Fact("cluster.id", seen.view().clusterId(), Weight.BINDING));
            facts.add(new Fact("brokers", String.valueOf(seen.view().brokers().size()), Weight.INFORMATIVE));
        });
        return facts;
    }
}
