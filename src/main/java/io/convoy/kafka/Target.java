package io.convoy.kafka;

import io.convoy.base.ByteSize;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where everything shall be: chooses a broker of the destination for each replica that must move. What is there already or was
 * decided before stays, so every replica that moves is copied exactly once, whatever is chosen.
 *
 * @see FirstPlacement
 * @see Levelling
 * @see LeaderChoice
 */
record Target(Assignment assignment, Balance balance) {

    static Target choose(List<Wanted> partitions, Sides sides) {
        Roster roster = new Roster(sides.destinations());
        Placement placement = new Placement(roster, largestFirst(partitions));
        Shares shares = new Shares(roster, partitions);
        Fitness fitness = new Fitness(placement, shares);
        new FirstPlacement(placement, fitness, new RackPairing(sides, roster)).fill();
        new Levelling(placement, fitness).run();
        int[] leaders = LeaderChoice.of(placement);
        return new Target(assignment(placement, leaders), Balancing.of(placement, shares, leaders));
    }

    private static List<Wanted> largestFirst(List<Wanted> partitions) {
        return partitions.stream()
                .sorted(Comparator.<Wanted, ByteSize>comparing(
                                wanted -> wanted.state().size(), Comparator.reverseOrder())
                        .thenComparing(wanted -> wanted.state().id()))
                .toList();
    }

    private static Assignment assignment(Placement placement, int[] leaders) {
        Map<PartitionId, List<BrokerId>> replicas = new TreeMap<>();
        for (int partition = 0; partition < leaders.length; partition++) {
            Wanted wanted = placement.partitions().get(partition);
            replicas.put(
                    wanted.state().id(),
                    wanted.open() == 0 ? wanted.kept() : placement.target(partition, leaders[partition]));
        }
        return new Assignment(replicas);
    }
}
