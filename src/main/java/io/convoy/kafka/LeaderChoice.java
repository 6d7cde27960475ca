package io.convoy.kafka;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Chooses which replica of each partition leads, with as even counts as there can be.
 *
 * <ol>
 *   <li>Each partition takes the one of its brokers that leads the fewest so far, of all topics and then of its own.
 *   <li>While a broker leads two more than another that it can reach by handing partitions on, from broker to broker, they are
 *       handed on. When no such chain is left, no other choice is more even.
 * </ol>
 */
final class LeaderChoice {

    private static final int NOBODY = -1;

    private final int[][] candidates;
    private final int[] leaders;
    private final List<NavigableSet<Integer>> led;
    private final TopicSpread topics;
    private final BitSet inVain = new BitSet();

    private LeaderChoice(Placement placement) {
        int partitions = placement.partitions().size();
        candidates = IntStream.range(0, partitions)
                .mapToObj(partition -> candidates(placement, partition))
                .toArray(int[][]::new);
        leaders = new int[partitions];
        led = IntStream.range(0, placement.roster().size())
                .<NavigableSet<Integer>>mapToObj(ignored -> new TreeSet<>())
                .toList();
        topics = new TopicSpread(placement.partitions(), placement.roster().size());
    }

    /** The number of each partition's leader, or a negative one where it is not in the destination. */
    static int[] of(Placement placement) {
        LeaderChoice choice = new LeaderChoice(placement);
        choice.takeFewest();
        choice.handOn();
        return choice.leaders;
    }

    private static int[] candidates(Placement placement, int partition) {
        Wanted wanted = placement.partitions().get(partition);
        if (wanted.open() == 0) {
            return placement.roster().numbers(wanted.kept().subList(0, 1));
        }
        int[] able = placement.roster().numbers(wanted.ableToLead());
        if (able.length == 0) {
            return placement.holders(partition);
        }
        return wanted.keepsItsLeader() ? withoutLagging(placement, partition) : able;
    }

    /** What is new copies from a leader that stays, so no byte more crosses the link when it leads then. */
    private static int[] withoutLagging(Placement placement, int partition) {
        Set<Integer> lagging = Arrays.stream(placement
                        .roster()
                        .numbers(placement.partitions().get(partition).lagging()))
                .boxed()
                .collect(Collectors.toSet());
        return Arrays.stream(placement.holders(partition))
                .filter(holder -> !lagging.contains(holder))
                .toArray();
    }

    private void takeFewest() {
        // Those without a choice first: the others can give way to them.
        IntStream.range(0, leaders.length)
                .boxed()
                .sorted(Comparator.comparingInt(partition -> candidates[partition].length))
                .forEach(this::takeFewest);
    }

    private void takeFewest(int partition) {
        leaders[partition] = Arrays.stream(candidates[partition])
                .boxed()
                .min(Comparator.<Integer>comparingInt(broker -> led.get(broker).size())
                        .thenComparingInt(broker -> topics.of(partition, broker)))
                .orElse(NOBODY);
        if (leaders[partition] != NOBODY) {
            led.get(leaders[partition]).add(partition);
            topics.add(partition, leaders[partition]);
        }
    }

    private void handOn() {
        boolean better = true;
        while (better) {
            better = false;
            int fewest = led.stream().mapToInt(Set::size).min().orElse(0);
            for (int broker = 0; broker < led.size(); broker++) {
                better |= !inVain.get(broker) && led.get(broker).size() >= fewest + 2 && handOn(broker);
            }
        }
    }

    /** Looks for the shortest chain from a broker to one that leads two fewer. */
    private boolean handOn(int first) {
        int[] through = new int[led.size()];
        Arrays.fill(through, NOBODY);
        BitSet seen = new BitSet();
        seen.set(first);
        Deque<Integer> waiting = new ArrayDeque<>(List.of(first));
        while (!waiting.isEmpty()) {
            for (int partition : led.get(waiting.remove())) {
                for (int next : candidates[partition]) {
                    if (!seen.get(next)) {
                        seen.set(next);
                        through[next] = partition;
                        waiting.add(next);
                        if (led.get(next).size() <= led.get(first).size() - 2) {
                            handAlong(first, next, through);
                            return true;
                        }
                    }
                }
            }
        }
        // Whoever was reached and leads no more reaches nobody else, until something changes.
        seen.stream()
                .filter(broker -> led.get(broker).size() <= led.get(first).size())
                .forEach(inVain::set);
        return false;
    }

    private void handAlong(int first, int last, int[] through) {
        inVain.clear();
        int taker = last;
        while (taker != first) {
            int partition = through[taker];
            int giver = leaders[partition];
            led.get(giver).remove(partition);
            led.get(taker).add(partition);
            leaders[partition] = taker;
            taker = giver;
        }
    }
}
