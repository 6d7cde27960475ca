package io.convoy.kafka;

import io.convoy.execution.Outcome;
import io.convoy.execution.Progress;
import io.convoy.execution.StepContext;
import io.convoy.execution.StepHandler;
import io.convoy.plan.TwoClusterStep.MirrorTopics;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Compares what a MirrorMaker says that it has copied with where the source's partitions end. */
@Singleton
class MirrorTopicsHandler implements StepHandler<MirrorTopics> {

    private static final Duration SOON = Duration.ofSeconds(2);

    private final KafkaLinks links;
    private final MirrorKeeper keeper;

    MirrorTopicsHandler(KafkaLinks links, MirrorKeeper keeper) {
        this.links = links;
        this.keeper = keeper;
    }

    @Override
    public Class<MirrorTopics> stepType() {
        return MirrorTopics.class;
    }

    @Override
    public Outcome advance(MirrorTopics step, StepContext context) {
        LiveSide source = links.side(context.cluster(), step.source());
        Map<PartitionId, LogSpan> logs = source.logs();
        MirrorOffsets copied = links.side(context.cluster(), step.destination()).mirrored(step.source());
        Map<PartitionId, Long> left = new TreeMap<>();
        logs.forEach((partition, log) -> {
            long from = copied.of(partition).orElse(log.start());
            if (log.behind(from) > step.behind() && !isCopied(source, partition, from, log)) {
                left.put(partition, log.behind(from));
            }
        });
        return left.isEmpty()
                ? Outcome.done("MirrorMaker has copied all " + logs.size() + " partitions of " + step.source()
                        + (step.behind() == 0
                                ? " to their ends"
                                : " but for " + step.behind() + " records of each at most"))
                : waiting(progress(logs, left), context);
    }

    private Outcome waiting(Progress progress, StepContext context) {
        return new Outcome.Waiting(
                keeper.tend(context.cluster()).map(progress::with).orElse(progress), SOON, Map.of());
    }

    /** Marks of transactions at the end are not copied, and it never says that it has. */
    private static boolean isCopied(LiveSide source, PartitionId partition, long from, LogSpan log) {
        return log.behind(from) <= Drain.MARKS_AT_MOST && source.isReadTo(partition, from, log.end());
    }

    private static Progress progress(Map<PartitionId, LogSpan> logs, Map<PartitionId, Long> left) {
        Map<String, Long> byTopic = new TreeMap<>();
        left.forEach((partition, behind) -> byTopic.merge(partition.topic(), behind, Long::sum));
        List<Progress.Part> parts = new ArrayList<>();
        byTopic.forEach((topic, behind) ->
                parts.add(new Progress.Part(topic, behind + " records to copy", OptionalDouble.empty())));
        long all =
                logs.values().stream().mapToLong(log -> log.end() - log.start()).sum();
        long behind = left.values().stream().mapToLong(Long::longValue).sum();
        return Progress.of(
                behind + " of " + all + " records of " + left.size() + " partitions are still to be copied",
                all == 0 ? 0 : 1 - (double) behind / all,
                parts);
    }
}
