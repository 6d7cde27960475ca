package io.convoy.kafka;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * One thing to do to a batch of partitions, finished before the next begins. Doing it twice equals doing it once.
 *
 * <pre>
 * crossing once:   Add [d1, s1, s2, s3] → Elect d1 → Finish [d1, d2, d3]
 * every replica:   Add [d1, d2, d3, s1, s2, s3] → Elect d1 → Finish [d1, d2, d3]
 * </pre>
 *
 * <p>The future leader stands first from the beginning, because a reordering of its own stalls producers for another second.
 */
sealed interface Move {

    /** Counted from 1: within the phase where phases come first, else over all. */
    int batch();

    Phase phase();

    Set<PartitionId> partitions();

    <T> T match(Function<Add, T> add, Function<Elect, T> elect, Function<Finish, T> finish);

    /** The kinds of moves, in the order in which a partition meets them. */
    enum Phase {
        ADD,
        ELECT,
        FINISH
    }

    /**
     * Reassigns to these replicas, which takes none away that is in sync; done when those that it adds are in sync. This is the
     * move to throttle.
     */
    record Add(int batch, Assignment replicas) implements Move {

        @Override
        public Phase phase() {
            return Phase.ADD;
        }

        @Override
        public Set<PartitionId> partitions() {
            return replicas.replicas().keySet();
        }

        @Override
        public <T> T match(Function<Add, T> add, Function<Elect, T> elect, Function<Finish, T> finish) {
            return add.apply(this);
        }
    }

    /** Elects the preferred leaders; done when these brokers lead. */
    record Elect(int batch, Map<PartitionId, BrokerId> leaders) implements Move {

        public Elect {
            leaders = Collections.unmodifiableMap(new TreeMap<>(leaders));
        }

        @Override
        public Phase phase() {
            return Phase.ELECT;
        }

        @Override
        public Set<PartitionId> partitions() {
            return leaders.keySet();
        }

        @Override
        public <T> T match(Function<Add, T> add, Function<Elect, T> elect, Function<Finish, T> finish) {
            return elect.apply(this);
        }
    }

    /**
     * Reassigns to the target: what is missing copies from the leader inside the destination, then the other side's replicas
     * are dropped; done when no reassignment of them runs. Never throttled.
     */
    record Finish(int batch, Assignment replicas) implements Move {

        @Override
        public Phase phase() {
            return Phase.FINISH;
        }

        @Override
        public Set<PartitionId> partitions() {
            return replicas.replicas().keySet();
        }

        @Override
        public <T> T match(Function<Add, T> add, Function<Elect, T> elect, Function<Finish, T> finish) {
            return finish.apply(this);
        }
    }
}
