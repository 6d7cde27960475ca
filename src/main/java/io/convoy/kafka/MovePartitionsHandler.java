package io.convoy.kafka;

import io.convoy.execution.Outcome;
import io.convoy.execution.StepContext;
import io.convoy.execution.StepHandler;
import io.convoy.plan.KafkaStep.MovePartitions;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Moves partitions batch by batch. At each look it plans anew from what it sees and from what was settled at first, so that it
 * finds out by itself how far somebody came who died; then it begins the next batch, or waits for the one that runs.
 */
@Singleton
class MovePartitionsHandler implements StepHandler<MovePartitions> {

    private final KafkaLinks links;
    private final SettledMoves store;
    private final Throttling throttling;

    MovePartitionsHandler(KafkaLinks links, SettledMoves store, Throttling throttling) {
        this.links = links;
        this.store = store;
        this.throttling = throttling;
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
        ReassignmentRequest request = request(step, view, direction.settled());
        MovingLook look = new MovingLook(step, context, live, view, throttling);
        List<PartitionId> ill = new HealthChecks(request).underMinInSync();
        return ill.isEmpty()
                ? ReassignmentPlanner.plan(request)
                        .match(plan -> look.goOn(keep(plan, direction, context)), look::blocked)
                : look.stopped(ill);
    }

    /** Written down before anything is done: who comes next must not settle on something else. */
    private ReassignmentPlan keep(ReassignmentPlan plan, Direction direction, StepContext context) {
        if (!plan.settled().equals(direction.settled())) {
            store.keep(context.run(), direction.stored(plan.settled()));
        }
        return plan;
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
