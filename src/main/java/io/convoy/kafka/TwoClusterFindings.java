package io.convoy.kafka;

import io.convoy.kafka.TwoClusterMove.Seen;
import io.convoy.plan.Finding;
import io.convoy.plan.Finding.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a reviewer must know before a cluster's clients go over to another cluster. Pure. */
final class TwoClusterFindings {

    private final TwoClusterMove move;
    private final List<Finding> findings = new ArrayList<>();

    private TwoClusterFindings(TwoClusterMove move) {
        this.move = move;
    }

    /** What holds whether records are copied or not. */
    static List<Finding> common(TwoClusterMove move) {
        TwoClusterFindings findings = new TwoClusterFindings(move);
        Founding.objection(move)
                .ifPresent(objection -> findings.add(
                        Severity.BLOCKER, "target nodes", objection.reason() + ".", objection.remedy() + "."));
        findings.findings.addAll(AccessFindings.of(move.nodes()));
        move.seen().ifPresentOrElse(findings::ofSource, findings::ofNothing);
        return findings.findings;
    }

    /** What a move without a copy leaves behind. */
    static List<Finding> ofWhatStays(TwoClusterMove move) {
        TwoClusterFindings findings = new TwoClusterFindings(move);
        findings.compacted();
        findings.streams();
        move.seen().ifPresent(findings::unclaimed);
        return findings.findings;
    }

    private void ofNothing() {
        findings.add(AccessFindings.unseen(move.nodes(), move.shutOut()));
    }

    private void ofSource(Seen seen) {
        List<PartitionId> offline = seen.view().partitions().stream()
                .filter(partition -> partition.replicas().leader().isEmpty())
                .map(PartitionState::id)
                .toList();
        if (!offline.isEmpty()) {
            add(
                    Severity.BLOCKER,
                    "partitions",
                    "Partitions without a leader, which nobody can read: " + Objection.names(offline) + ".",
                    "Bring their brokers back first.");
        }
        replicas(seen);
        add(
                Severity.NOTE,
                "security",
                "ACLs, quotas, users and what brokers' own settings say are not carried over.",
                "Set them up in " + move.destination() + " before the consumers come.");
    }

    private void replicas(Seen seen) {
        int brokers = move.nodes().target().size();
        List<String> fewer = seen.topics().stream()
                .filter(topic -> topic.replicationFactor() > brokers)
                .map(topic -> topic.name() + " (" + topic.replicationFactor() + ")")
                .toList();
        if (!fewer.isEmpty()) {
            add(
                    Severity.WARNING,
                    "replication",
                    move.destination() + " has " + brokers + " brokers; topics with more replicas get " + brokers
                            + ", and min.insync.replicas of as many at most: " + Objection.names(fewer) + ".",
                    "Add brokers to the target if that is too few.");
        }
        int racks = racks(move.brokers().stream()
                .flatMap(broker -> broker.rack().stream())
                .toList());
        int before = racks(seen.view().brokers().stream()
                .flatMap(broker -> broker.rack().stream())
                .toList());
        if (racks < before) {
            add(
                    Severity.WARNING,
                    "racks",
                    "The source is in " + before + " racks and " + move.destination() + " in " + racks + ".",
                    "Spread the target nodes over as many racks if one may fail.");
        }
    }

    private static int racks(List<String> racks) {
        Set<String> different = new HashSet<>(racks);
        return different.size();
    }

    private void compacted() {
        List<String> compacted = move.topics().stream()
                .filter(TopicShape::isCompacted)
                .map(TopicShape::name)
                .toList();
        if (!compacted.isEmpty()) {
            add(
                    Severity.WARNING,
                    "compacted topics",
                    "These topics are tables, and what they hold stays behind and goes with the source: "
                            + Objection.names(compacted) + ".",
                    "Have their owners write them anew in " + move.destination() + ", or use kafka-mirror-maker.");
        }
    }

    private void streams() {
        List<String> streams = move.topics().stream()
                .filter(TopicShape::isOfStreams)
                .map(TopicShape::name)
                .toList();
        if (!streams.isEmpty()) {
            add(
                    Severity.WARNING,
                    "Kafka Streams",
                    "Applications of Kafka Streams keep their state in topics of the source and begin with none in the"
                            + " other cluster: " + Objection.names(streams) + ".",
                    "Ask their owners whether they can begin anew.");
        }
    }

    private void unclaimed(Seen seen) {
        List<String> topics = seen.reading().unclaimed().stream()
                .map(PartitionId::topic)
                .distinct()
                .toList();
        if (!topics.isEmpty()) {
            add(
                    Severity.WARNING,
                    "readers",
                    "No consumer group has committed offsets of these topics, so nobody sees who reads them and how far: "
                            + Objection.names(topics) + ".",
                    "Ask their owners; what is unread when the source goes is lost.");
        }
    }

    private void add(Severity severity, String subject, String message, String remedy) {
        findings.add(new Finding(severity, subject, message, remedy));
    }
}
