package io.convoy.cassandra;

import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Compares what a quorum of one datacenter reads with what a quorum of the other reads, partition by partition in token order.
 * Writes are under way all the time, so a partition that differs is looked at again: it is different only when it stays so.
 */
final class TableComparison {

    private static final int MOST_SUSPECTS = 2_000;

    private final TableReader source;
    private final TableReader target;

    TableComparison(TableReader source, TableReader target) {
        this.source = source;
        this.target = target;
    }

    /** Looks at the suspects again, then compares on until the deadline. */
    ComparedTable advance(ComparedTable table, long deadlineNanos) {
        Map<PartitionKey, Integer> suspects = again(table);
        if (table.ended() || suspects.size() >= MOST_SUSPECTS) {
            return new ComparedTable(table.after(), table.partitions(), table.ended(), suspects);
        }
        Merge merge = new Merge(source.after(table.after()), target.after(table.after()), table.after());
        long partitions = table.partitions();
        while (merge.hasNext()) {
            if (System.nanoTime() - deadlineNanos >= 0 && merge.isBetweenTokens()) {
                return new ComparedTable(merge.token(), partitions, false, suspects);
            }
            merge.next().ifPresent(different -> suspects.put(different, 1));
            partitions++;
        }
        return new ComparedTable(merge.token(), partitions, true, suspects);
    }

    private Map<PartitionKey, Integer> again(ComparedTable table) {
        Map<PartitionKey, Integer> suspects = new TreeMap<>();
        table.suspects().forEach((key, rounds) -> {
            if (!source.digest(key).equals(target.digest(key))) {
                suspects.put(key, rounds + 1);
            }
        });
        return suspects;
    }

    /** Both sides in step. */
    private static final class Merge {

        private final Iterator<PartitionDigest> left;
        private final Iterator<PartitionDigest> right;
        private @Nullable PartitionDigest nextLeft;
        private @Nullable PartitionDigest nextRight;
        private long token;

        Merge(Iterator<PartitionDigest> left, Iterator<PartitionDigest> right, long token) {
            this.left = left;
            this.right = right;
            this.token = token;
            this.nextLeft = take(left);
            this.nextRight = take(right);
        }

        boolean hasNext() {
            return nextLeft != null || nextRight != null;
        }

        long token() {
            return token;
        }

        boolean isBetweenTokens() {
            return (nextLeft == null || nextLeft.token() > token) && (nextRight == null || nextRight.token() > token);
        }

        /** The next partition's key, where the two sides differ in it. */
        Optional<PartitionKey> next() {
            PartitionDigest one = nextLeft;
            PartitionDigest other = nextRight;
            int order = one == null ? 1 : other == null ? -1 : one.compareTo(other);
            PartitionDigest first = order <= 0 ? one : other;
            if (first == null) {
                return Optional.empty();
            }
            boolean equal =
                    order == 0 && one != null && other != null && one.digest().equals(other.digest());
            if (order <= 0) {
                nextLeft = take(left);
            }
            if (order >= 0) {
                nextRight = take(right);
            }
            token = first.token();
            return equal ? Optional.empty() : Optional.of(first.key());
        }

        private static @Nullable PartitionDigest take(Iterator<PartitionDigest> partitions) {
            return partitions.hasNext() ? partitions.next() : null;
        }
    }
}
