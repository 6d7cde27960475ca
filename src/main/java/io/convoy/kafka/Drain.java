package io.convoy.kafka;

import io.convoy.execution.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * What every group of a cluster still has to read.
 *
 * @param unread by group, the partitions that it has not read to the end, with how many offsets are left in each
 */
record Drain(ReadingView view, Map<String, Map<PartitionId, Long>> unread) {

    /** Of more than so many offsets some are records; fewer may be marks of transactions, which nobody commits as read. */
    static final long MARKS_AT_MOST = 10_000;

    static Drain of(LiveSide side, ReadingView view) {
        Map<String, Map<PartitionId, Long>> unread = new TreeMap<>();
        for (GroupState group : view.groups()) {
            Map<PartitionId, Long> left = left(side, view, group);
            if (!left.isEmpty()) {
                unread.put(group.name(), left);
            }
        }
        return new Drain(view, unread);
    }

    /** Partitions with records that some group of the topic has not read, or that no group reads at all. */
    static List<PartitionId> precious(LiveSide side, ReadingView view) {
        List<PartitionId> precious = new ArrayList<>(view.unclaimed());
        of(side, view).unread().values().forEach(partitions -> precious.addAll(partitions.keySet()));
        return precious.stream().distinct().sorted().toList();
    }

    private static Map<PartitionId, Long> left(LiveSide side, ReadingView view, GroupState group) {
        Map<PartitionId, Long> left = new TreeMap<>();
        view.unread(group).forEach((partition, from) -> {
            long end = view.log(partition).end();
            if (end - from > MARKS_AT_MOST || !side.isReadTo(partition, from, end)) {
                left.put(partition, end - from);
            }
        });
        return left;
    }

    boolean isDone() {
        return unread.isEmpty();
    }

    Progress progress() {
        List<Progress.Part> parts = new ArrayList<>();
        long left = 0;
        for (GroupState group : view.groups()) {
            long behind = behind(group);
            left += behind;
            parts.add(new Progress.Part(group.name(), words(group, behind), fraction(group, behind)));
        }
        return new Progress(
                unread.size() + " of " + view.groups().size() + " groups have records to read, " + left + " in all",
                OptionalDouble.empty(),
                parts);
    }

    private long behind(GroupState group) {
        return unread.getOrDefault(group.name(), Map.of()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private String words(GroupState group, long behind) {
        if (behind == 0) {
            return "has read everything";
        }
        String lag = "lags by " + behind + " in "
                + unread.getOrDefault(group.name(), Map.of()).size() + " partitions";
        return group.isAtWork()
                ? lag
                : lag + " and has no live member: start it, or delete the group if nobody needs it";
    }

    private OptionalDouble fraction(GroupState group, long behind) {
        long all = view.logs().entrySet().stream()
                .filter(log -> group.topics().contains(log.getKey().topic()))
                .mapToLong(log -> log.getValue().end() - log.getValue().start())
                .sum();
        return OptionalDouble.of(all == 0 ? 1 : Math.max(0, 1 - (double) behind / all));
    }
}
