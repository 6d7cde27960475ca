package io.convoy.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What must be well with every partition before anything is moved. */
record HealthChecks(ReassignmentRequest request, Set<BrokerId> known) {

    HealthChecks(ReassignmentRequest request) {
        this(request, request.sides().all().keySet());
    }

    List<Objection> objections() {
        List<Objection> objections = new ArrayList<>();
        check(
                objections,
                this::isOffline,
                "Partitions without a live leader that is in sync: ",
                "Bring their brokers back first; what is offline cannot be copied");
        check(
                objections,
                this::isUnderMinInSync,
                "Partitions under min.insync.replicas: ",
                "Wait until their replicas have caught up, or repair the brokers that lag");
        check(
                objections,
                this::isSomebodyElses,
                "Partitions that somebody else is reassigning: ",
                "Wait until that has ended or cancel it, and keep Cruise Control and others away during the move");
        check(
                objections,
                this::isOnUnknownBroker,
                "Partitions with replicas on brokers that are neither source nor destination: ",
                "Name every broker of the cluster on one of both sides");
        return objections;
    }

    /** Partitions for whose sake everything stands still until they have healed. */
    List<PartitionId> underMinInSync() {
        return request.partitions().stream()
                .filter(this::isUnderMinInSync)
                .map(PartitionState::id)
                .toList();
    }

    private void check(List<Objection> objections, Predicate<PartitionState> isIll, String reason, String remedy) {
        List<PartitionId> ill = request.partitions().stream()
                .filter(isIll)
                .map(PartitionState::id)
                .toList();
        if (!ill.isEmpty()) {
            objections.add(new Objection(reason + Objection.names(ill), remedy));
        }
    }

    private boolean isOffline(PartitionState partition) {
        Replicas replicas = partition.replicas();
        return replicas.leader().filter(replicas.inSync()::contains).isEmpty();
    }

    private boolean isUnderMinInSync(PartitionState partition) {
        Replicas replicas = partition.replicas();
        long inSync =
                replicas.present().stream().filter(replicas.inSync()::contains).count();
        int factor = request.settled()
                .to()
                .of(partition.id())
                .map(List::size)
                .orElse(replicas.present().size());
        return !isOffline(partition) && inSync < partition.minInSync(factor);
    }

    private boolean isSomebodyElses(PartitionState partition) {
        return partition.replicas().isBeingReassigned() && !request.settled().explains(partition);
    }

    private boolean isOnUnknownBroker(PartitionState partition) {
        return !known.containsAll(partition.replicas().assigned());
    }
}
