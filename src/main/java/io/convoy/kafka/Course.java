package io.convoy.kafka;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What one partition still has to go through from where it is to its target. */
record Course(PartitionState now, List<BrokerId> target, Crossing crossing) {

    Course {
        target = List.copyOf(target);
    }

    PartitionId id() {
        return now.id();
    }

    BrokerId leader() {
        return target.get(0);
    }

    Set<Move.Phase> remaining() {
        Set<Move.Phase> remaining = EnumSet.noneOf(Move.Phase.class);
        if (needsFinish()) {
            remaining.add(Move.Phase.FINISH);
            if (needsAdd()) {
                remaining.add(Move.Phase.ADD);
            }
        }
        if (!replicas().isLedBy(leader())) {
            remaining.add(Move.Phase.ELECT);
        }
        return remaining;
    }

    /** What {@link Move.Add} asks for: what leads later, then everything that is there. */
    List<BrokerId> added() {
        List<BrokerId> list = new ArrayList<>(first());
        replicas().present().stream().filter(broker -> !list.contains(broker)).forEach(list::add);
        return list;
    }

    /** The replicas of the target that hold nothing, or not everything, yet. */
    List<BrokerId> missing() {
        List<BrokerId> present = replicas().present();
        return target.stream().filter(broker -> !present.contains(broker)).toList();
    }

    /** How many replicas are copied from the other side of the link; the rest is copied from the first of them. */
    int copiesAcross() {
        if (replicas().leader().map(target::contains).orElse(false)) {
            return 0;
        }
        return (int) first().stream().filter(missing()::contains).count();
    }

    /** Whether the target would have enough replicas in sync at the moment when the others are dropped. */
    boolean keepsMinInSync() {
        Set<BrokerId> inSync = new HashSet<>(missing());
        target.stream().filter(replicas().inSync()::contains).forEach(inSync::add);
        return !needsFinish() || inSync.size() >= now.minInSync(target.size());
    }

    private boolean needsAdd() {
        boolean leads =
                replicas().isLedBy(leader()) || replicas().assigned().get(0).equals(leader());
        return !leads || !replicas().inSync().containsAll(first());
    }

    private boolean needsFinish() {
        return replicas().isBeingReassigned() || !replicas().assigned().equals(target);
    }

    private List<BrokerId> first() {
        return switch (crossing) {
            case ONCE -> target.subList(0, 1);
            case EVERY_REPLICA -> target;
        };
    }

    private Replicas replicas() {
        return now.replicas();
    }
}
