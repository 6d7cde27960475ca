package io.convoy.kafka;

import io.convoy.execution.Outcome;
import io.convoy.execution.StepContext;
import io.convoy.execution.StepHandler;
import io.convoy.plan.KafkaStep.MovePartitions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Moves partitions batch by batch. At each look it plans anew from what it sees and from what was settled at first, so that it
 * finds out by itself how far somebody came who died; then it begins the next batch, or waits for the one that runs.
 */
@Singleton
class MovePartitionsHandler implements StepHandler<MovePartitions> {

    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration LATER = Duration.ofSeconds(10);

    private final KafkaLinks links;
    private final SettledMoves store;

    MovePartitionsHandler(KafkaLinks links, SettledMoves store) {
        this.links = links;
        this.store = store;
    }

    @Override
    public Class<MovePartitions> stepType() {
        return MovePartitions.class;
    }

    @Override
    public Outcome advance(MovePartitions step, StepContext context) {
        LiveCluster live = links.to(context.cluster());
        KafkaView view = live.look();
        Direction direction = Direction.of(step, store.of(context.run()));
        return ReassignmentPlanner.plan(request(step, view, direction.settled()))
                .match(plan -> goOn(live, view, keep(plan, direction, context), step), MovePartitionsHandler::blocked);
    }

    /** Written down before anything is done: who comes next must not settle on something else. */
    private ReassignmentPlan keep(ReassignmentPlan plan, Direction direction, StepContext context) {
        if (!plan.settled().equals(direction.settled())) {
            store.keep(context.run(), direction.stored(plan.settled()));
        }
        return plan;
    }

    private static Outcome blocked(List<Objection> objections) {
        return new Outcome.Blocked("No batch is begun: " + Objection.sentence(objections), LATER);
    }

    private static Outcome goOn(LiveCluster live, KafkaView view, ReassignmentPlan plan, MovePartitions step) {
        if (plan.isComplete()) {
            return Arrival.of(view, step);
        }
        Move next = plan.moves().get(0);
        if (isUnderWay(view, next)) {
            return new Outcome.Waiting(MovingProgress.of(view, plan, step), SOON, Map.of());
        }
        next.match(
                add -> begin(live, add.replicas()),
                elect -> elect(live, elect),
                finish -> begin(live, finish.replicas()));
        return new Outcome.Waiting(MovingProgress.of(view, plan, step), SOON, Map.of());
    }

    private static Void begin(LiveCluster live, Assignment replicas) {
        live.reassign(replicas);
        return null;
    }

    private static Void elect(LiveCluster live, Move.Elect elect) {
        live.electPreferred(elect.partitions());
        return null;
    }

    /** Whether the cluster has been asked for it and goes on by itself. */
    private static boolean isUnderWay(KafkaView view, Move move) {
        return view.partitions().stream()
                .filter(partition -> move.partitions().contains(partition.id()))
                .anyMatch(partition -> partition.replicas().isBeingReassigned());
    }

    private static ReassignmentRequest request(MovePartitions step, KafkaView view, Settled settled) {
        Crossing crossing = step.crossesOnce() ? Crossing.ONCE : Crossing.EVERY_REPLICA;
        return new ReassignmentRequest(
                view.partitions(),
                new Sides(BrokersSeen.of(step.source(), view), BrokersSeen.of(step.destination(), view)),
                settled,
                new ReassignmentOptions(crossing, step.batch(), BatchOrder.PHASE_BY_PHASE));
    }

    /** What was settled, seen from a step that goes there or from one that goes back. */
    private record Direction(Settled settled, boolean back) {

        static Direction of(MovePartitions step, Settled stored) {
            boolean back = stored.to().replicas().values().stream()
                    .flatMap(List::stream)
                    .anyMatch(broker -> step.source().contains(broker.value()));
            return new Direction(back ? stored.reversed() : stored, back);
        }

        Settled stored(Settled fresh) {
            return back ? fresh.reversed() : fresh;
        }
    }
}
