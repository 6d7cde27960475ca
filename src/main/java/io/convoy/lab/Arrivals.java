package io.convoy.lab;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The numbered records that somebody saw, in the order in which they came, and what was wrong with that order. */
final class Arrivals {

    private final List<BitSet> seen = new ArrayList<>();
    private long count;
    private long repeated;
    private long outOfOrder;

    Arrivals(int partitions) {
        for (int partition = 0; partition < partitions; partition++) {
            seen.add(new BitSet());
        }
    }

    synchronized void add(NumberedRecord record) {
        BitSet before = seen.get(record.partition());
        count++;
        if (before.get(record.number())) {
            repeated++;
        } else if (record.number() < before.length()) {
            outOfOrder++;
        }
        before.set(record.number());
    }

    synchronized long count() {
        return count;
    }

    /** Times that a record came which had come before. */
    synchronized long repeated() {
        return repeated;
    }

    /** Records that came for the first time after a later one of their partition. */
    synchronized long outOfOrder() {
        return outOfOrder;
    }

    /** How many of these did not come; a set of numbers for each partition. */
    synchronized long missing(List<BitSet> expected) {
        return without(expected, seen).stream().mapToLong(BitSet::cardinality).sum();
    }

    /** Those of the expected that came. */
    synchronized List<BitSet> present(List<BitSet> expected) {
        return without(expected, without(expected, seen));
    }

    private static List<BitSet> without(List<BitSet> all, List<BitSet> taken) {
        List<BitSet> left = new ArrayList<>();
        for (int partition = 0; partition < all.size(); partition++) {
            BitSet rest = (BitSet) all.get(partition).clone();
            rest.andNot(taken.get(partition));
            left.add(rest);
        }
        return left;
    }
}
