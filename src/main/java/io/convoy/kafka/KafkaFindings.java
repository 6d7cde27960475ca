package io.convoy.kafka;

import io.convoy.base.ByteSize;
import io.convoy.inventory.Access;
import io.convoy.plan.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a planner says of a cluster as it found it. Pure. */
final class KafkaFindings {

    private KafkaFindings() {}

    /** Why its partitions cannot be moved as they are. */
    static List<Objection> objections(KafkaView view, List<Integer> source) {
        List<Integer> all =
                view.brokers().stream().map(broker -> broker.id().value()).toList();
        List<Integer> others = all.stream().filter(id -> !source.contains(id)).toList();
        // Before the new brokers have come there is nobody else to move to; the checks ask for the partitions' sake.
        Sides sides = others.isEmpty()
                ? new Sides(List.of(), BrokersSeen.of(all, view))
                : new Sides(BrokersSeen.of(source, view), BrokersSeen.of(others, view));
        return new HealthChecks(new ReassignmentRequest(
                        view.partitions(), sides, Settled.NOTHING, ReassignmentOptions.usual(Crossing.ONCE)))
                .objections();
    }

    static List<Finding> of(SharedClusterMove move) {
        List<Finding> findings = new ArrayList<>();
        if (move.observed().isEmpty()) {
            findings.add(AccessFindings.unseen(move.nodes(), move.shutOut()));
            return findings;
        }
        findings.addAll(AccessFindings.of(move.nodes()));
        KafkaView view = move.observed().get();
        objections(view, move.sourceIds())
                .forEach(objection -> findings.add(
                        new Finding(Finding.Severity.BLOCKER, "partitions", objection.reason(), objection.remedy())));
        findings.addAll(MetadataFindings.of(move));
        findings.addAll(ofSource(move));
        findings.addAll(ofListeners(move.inherited()));
        findings.addAll(ofThrottle(move));
        ofCanary(move, view).ifPresent(findings::add);
        ProducerWaits.of(move).finding().ifPresent(findings::add);
        findings.add(ofClients(move));
        return findings;
    }

    private static Finding ofClients(SharedClusterMove move) {
        boolean isSeen = move.nodes().cluster().access().flatMap(Access::jmx).isPresent();
        return new Finding(
                Finding.Severity.NOTE,
                "clients",
                "A client that runs goes on with an old list of brokers when these have stopped, and fails at its next"
                        + " restart. Convoy finds members of groups and producers that were not started anew"
                        + (isSeen ? ", and who asks old brokers for something;" : ";")
                        + " not those that are switched off all the while.",
                isSeen
                        ? "Change bootstrap.servers of every client when the cutover step has begun, and start it anew."
                        : "Name access.jmx of the brokers in the inventory: without it nobody sees who was started anew with"
                                + " the old list, and a person must answer for it.");
    }

    private static List<Finding> ofSource(SharedClusterMove move) {
        return move.strangers().isEmpty()
                ? List.of()
                : List.of(new Finding(
                        Finding.Severity.BLOCKER,
                        "brokers",
                        "Brokers that the inventory names on neither side: " + Objection.names(move.strangers()),
                        "Name every broker's address in the inventory."));
    }

    private static Optional<Finding> ofCanary(SharedClusterMove move, KafkaView view) {
        return move.canaryTopic()
                .map(topic -> view.hasTopic(topic)
                        ? ofCanary(topic, view.dataOf(topic))
                        : new Finding(
                                Finding.Severity.BLOCKER,
                                "canary",
                                "There is no topic " + topic + ", which target.canaryTopic names.",
                                "Make it, with replicas as the other topics, or leave target.canaryTopic out."));
    }

    private static Finding ofCanary(String topic, ByteSize data) {
        return new Finding(
                Finding.Severity.WARNING,
                "canary",
                "While partitions move, Convoy writes empty records to topic " + topic + ", which holds " + data
                        + " now and moves first in each phase. When one waits longer than "
                        + BatchPace.BEARABLE.toMillis() + " ms, the next batch is half as large.",
                "See that nobody reads it, that it is not compacted, and that it has as many partitions as a few batches.");
    }

    /** Where nobody is asked who is there, nothing has to be provided. */
    private static List<Finding> ofListeners(BrokerFile file) {
        return file.own().isEmpty()
                ? List.of()
                : List.of(
                        new Finding(
                                Finding.Severity.WARNING,
                                "listeners",
                                "New brokers have to offer the listeners of the old ones, "
                                        + file.listeners().entrySet().stream()
                                                .map(listener -> listener.getKey() + " (" + listener.getValue() + ")")
                                                .collect(Collectors.joining(", "))
                                        + ", speak with each other by " + file.interBroker()
                                        + ", and need values of their own, which Convoy neither reads nor keeps, for "
                                        + String.join(", ", file.own()) + ".",
                                "See that who provisions them sets these. A broker without " + file.interBroker()
                                        + " does not start, and before one without another listener gets a partition, Convoy stops."));
    }

    /** At this rate it would copy for ever, and hold the cluster in a reassignment all the time. */
    private static List<Finding> ofThrottle(SharedClusterMove move) {
        List<PartitionId> outrunning =
                move.throttle().map(rate -> move.ingest().outrunning(rate)).orElse(List.of());
        return outrunning.isEmpty()
                ? List.of()
                : List.of(new Finding(
                        Finding.Severity.BLOCKER,
                        "throttle",
                        "Clients write as fast as target.throttle lets a broker copy, or faster, and the copy would never"
                                + " end: " + Objection.names(outrunning),
                        "Raise target.throttle well above what is written to a partition, or leave it out."));
    }
}
