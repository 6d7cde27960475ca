package io.convoy.kafka;

import io.convoy.execution.Outcome;
import io.convoy.execution.Progress;
import io.convoy.execution.StepContext;
import io.convoy.kafka.Throttling.Tended;
import io.convoy.plan.KafkaStep.MovePartitions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One look at partitions that move: begins what is next, watches what is under way, and waits where nothing may begin. */
record MovingLook(MovePartitions step, StepContext context, LiveCluster live, KafkaView view, Throttling throttling) {

    /** A copy of a few partitions is often done in less than a second. */
    private static final Duration IN_A_MOMENT = Duration.ofMillis(400);

    /** Between elections producers get a second to find their new leaders. */
    private static final Duration SOON = Duration.ofSeconds(1);

    private static final Duration LATER = Duration.ofSeconds(10);

    /** Nothing is begun for the sake of these partitions; what is under way goes on by itself. */
    Outcome stopped(List<PartitionId> underMinInSync) {
        return watched(
                Progress.unmeasured("waits, and begins no further batch, until partitions under min.insync.replicas"
                        + " have healed: " + Objection.names(underMinInSync)));
    }

    Outcome blocked(List<Objection> objections) {
        return new Outcome.Blocked(
                "No batch is begun: " + Objection.sentence(objections)
                        + throttled().map(tended -> "; " + tended.words()).orElse(""),
                LATER);
    }

    Outcome goOn(ReassignmentPlan plan) {
        if (plan.isComplete()) {
            Lifting lifting = throttling.lift(site());
            return lifting.isDone() ? Arrival.of(view, step, lifting) : Outcome.waiting(lifting.describe(), SOON);
        }
        Progress progress = MovingProgress.of(view, plan, step);
        Move next = plan.moves().get(0);
        return isUnderWay(next) ? watched(progress) : begun(next, progress);
    }

    private Outcome begun(Move next, Progress progress) {
        Optional<String> hindrance = next.match(
                this::begin,
                elect -> unthrottled(() -> live.electPreferred(elect.partitions())),
                finish -> unthrottled(() -> live.reassign(finish.replicas())));
        Duration pause = next.phase() == Move.Phase.ELECT ? SOON : IN_A_MOMENT;
        return new Outcome.Waiting(hindrance.map(progress::with).orElse(progress), pause, Map.of());
    }

    private Optional<String> begin(Move.Add add) {
        ThrottleLists lists = ThrottleLists.of(add.replicas(), view.partitions());
        Optional<Long> rate = step.throttleBytesPerSecond();
        if (rate.isEmpty() || lists.isEmpty()) {
            return unthrottled(() -> live.reassign(add.replicas()));
        }
        if (!throttling.begin(site(), context.run(), lists, rate.get())) {
            return Optional.of("somebody else is at the throttle");
        }
        live.reassign(add.replicas());
        return Optional.empty();
    }

    /** Only copies over the link are throttled: what comes after them begins when nothing is any more. */
    private Optional<String> unthrottled(Runnable act) {
        Optional<String> hindrance = hindrance(throttling.lift(site()));
        if (hindrance.isEmpty()) {
            act.run();
        }
        return hindrance;
    }

    private static Optional<String> hindrance(Lifting lifting) {
        return lifting.isDone() ? Optional.empty() : Optional.of(lifting.describe());
    }

    private Outcome watched(Progress progress) {
        return throttled()
                .map(tended -> new Outcome.Waiting(progress.with(tended.words()), SOON, tended.memory()))
                .orElseGet(() -> new Outcome.Waiting(progress, IN_A_MOMENT, Map.of()));
    }

    private Optional<Tended> throttled() {
        return throttling.tend(site(), step.throttleBytesPerSecond(), context.memory(), context.now());
    }

    private ThrottleSite site() {
        return new ThrottleSite(context.cluster().name(), live, view);
    }

    /** Whether the cluster has been asked for this very move and goes on by itself. */
    boolean isUnderWay(Move move) {
        return move.match(
                add -> isRunning(add.replicas()),
                elect -> isAnyReassigned(elect.partitions()),
                finish -> isRunning(finish.replicas()));
    }

    private boolean isAnyReassigned(Set<PartitionId> partitions) {
        return view.partitions().stream()
                .anyMatch(partition -> partitions.contains(partition.id())
                        && partition.replicas().isBeingReassigned());
    }

    private boolean isRunning(Assignment wanted) {
        return view.partitions().stream().anyMatch(partition -> wanted.of(partition.id())
                .filter(brokers -> partition.replicas().isMovingTo(brokers))
                .isPresent());
    }
}
