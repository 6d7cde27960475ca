package io.convoy.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What Kafka does with moves: replicas are added, caught up, elected, dropped. Shows every state on the way. */
final class KafkaModel {

    private final Map<PartitionId, PartitionState> partitions = new TreeMap<>();
    private final Set<BrokerId> sources = new HashSet<>();
    private final Consumer<PartitionState> witness;
    private final Map<PartitionId, Integer> copies = new HashMap<>();
    private long bytesAcross;
    private long bytesInside;

    /** @param witness sees every state of every partition */
    KafkaModel(Collection<PartitionState> before, Sides sides, Consumer<PartitionState> witness) {
        before.forEach(state -> partitions.put(state.id(), state));
        sides.sources().forEach(broker -> sources.add(broker.id()));
        this.witness = witness;
    }

    List<PartitionState> partitions() {
        return List.copyOf(partitions.values());
    }

    PartitionState partition(PartitionId id) {
        return Optional.ofNullable(partitions.get(id)).orElseThrow();
    }

    int copies(PartitionId id) {
        return copies.getOrDefault(id, 0);
    }

    long bytesAcross() {
        return bytesAcross;
    }

    long bytesInside() {
        return bytesInside;
    }

    void carryOut(List<Move> moves) {
        moves.forEach(move -> carryOut(move, move.partitions()));
    }

    /** Begins and ends the move for these of its partitions. */
    void carryOut(Move move, Collection<PartitionId> some) {
        begin(move, some);
        some.forEach(this::end);
    }

    /** Begins the move; a reassignment stays under way. */
    void begin(Move move, Collection<PartitionId> some) {
        for (PartitionId id : some) {
            move.match(
                    add -> reassign(id, add.replicas().of(id).orElseThrow()),
                    elect -> elect(
                            id, Optional.ofNullable(elect.leaders().get(id)).orElseThrow()),
                    finish -> reassign(id, finish.replicas().of(id).orElseThrow()));
        }
    }

    private boolean reassign(PartitionId id, List<BrokerId> wanted) {
        PartitionState state = partition(id);
        List<BrokerId> present = state.replicas().present();
        Set<BrokerId> adding = new HashSet<>(wanted);
        present.forEach(adding::remove);
        List<BrokerId> assigned = new ArrayList<>(wanted);
        present.stream().filter(broker -> !wanted.contains(broker)).forEach(assigned::add);
        Set<BrokerId> removing = new HashSet<>(present);
        wanted.forEach(removing::remove);
        Replicas before = state.replicas();
        Set<BrokerId> inSync = new HashSet<>(before.inSync());
        inSync.retainAll(assigned);
        become(state, new Replicas(assigned, before.leader(), inSync, adding, removing));
        return true;
    }

    private boolean elect(PartitionId id, BrokerId leader) {
        Replicas before = partition(id).replicas();
        assertThat(before.assigned().get(0))
                .as("%s prefers what is elected", id)
                .isEqualTo(leader);
        assertThat(before.inSync()).as("%s elects what is in sync", id).contains(leader);
        become(
                partition(id),
                new Replicas(
                        before.assigned(), Optional.of(leader), before.inSync(), before.adding(), before.removing()));
        return true;
    }

    private void end(PartitionId id) {
        Replicas before = partition(id).replicas();
        before.adding().forEach(broker -> copy(partition(id)));
        List<BrokerId> assigned = before.assigned().stream()
                .filter(broker -> !before.removing().contains(broker))
                .toList();
        Set<BrokerId> inSync = new HashSet<>(before.inSync());
        inSync.addAll(before.adding());
        inSync.retainAll(assigned);
        Optional<BrokerId> leader = before.leader()
                .filter(assigned::contains)
                .or(() -> assigned.stream().filter(inSync::contains).findFirst());
        become(partition(id), Replicas.atRest(assigned, leader, inSync));
    }

    private void copy(PartitionState state) {
        copies.merge(state.id(), 1, Integer::sum);
        if (state.replicas().leader().filter(sources::contains).isPresent()) {
            bytesAcross += state.size().bytes();
        } else {
            bytesInside += state.size().bytes();
        }
    }

    private void become(PartitionState state, Replicas replicas) {
        PartitionState now = new PartitionState(state.id(), replicas, state.size(), state.minInSync());
        partitions.put(state.id(), now);
        witness.accept(now);
    }
}
