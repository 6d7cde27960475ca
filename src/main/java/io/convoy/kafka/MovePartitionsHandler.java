package io.convoy.kafka;

import io.convoy.execution.Outcome;
import io.convoy.execution.StepContext;
import io.convoy.execution.StepHandler;
import io.convoy.kafka.ProducerPulse.Felt;
import io.convoy.plan.KafkaStep.MovePartitions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Moves partitions batch by batch. At each look it plans anew from what it sees and from what was settled at first, so that it
 * finds out by itself how far somebody came who died; then it begins the next batch, or waits for the one that runs. Batches are
 * as large as {@link BatchPace} says.
 */
@Singleton
class MovePartitionsHandler implements StepHandler<MovePartitions> {

    private final KafkaLinks links;
    private final SettledMoves store;
    private final Throttling throttling;
    private final ProducerPulse producers;

    MovePartitionsHandler(KafkaLinks links, SettledMoves store, Throttling throttling, ProducerPulse producers) {
        this.links = links;
        this.store = store;
        this.throttling = throttling;
        this.producers = producers;
    }

    @Override
    public Class<MovePartitions> stepType() {
        return MovePartitions.class;
    }

    @Override
    public Outcome advance(MovePartitions step, StepContext context) {
        Outcome outcome = look(step, context);
        if (outcome instanceof Outcome.Done) {
            producers.rest(context.cluster());
        }
        return outcome;
    }

    private Outcome look(MovePartitions step, StepContext context) {
        LiveCluster live = links.to(context.cluster());
        KafkaView view = live.look();
        Direction direction = Direction.of(step, store.of(context.run()));
        MovingLook look = new MovingLook(step, context, live, view, throttling);
        ReassignmentRequest request = request(step, context, view, direction.settled());
        Felt felt = producers.felt(context.cluster(), view);
        PacedLook paced = new PacedLook(look, request, pace(step, context, felt.longestStall()), felt.silence());
        List<PartitionId> ill = new HealthChecks(request).underMinInSync();
        return ill.isEmpty() ? paced.goOn(plan -> keep(plan, direction, context)) : paced.stopped(ill);
    }

    private static Optional<BatchPace> pace(MovePartitions step, StepContext context, Optional<Duration> stall) {
        return BatchPace.in(context.memory())
                .or(() -> stall.map(ignored -> BatchPace.first(step.batch())))
                .map(pace -> stall.map(pace::felt).orElse(pace));
    }

    /** Written down before anything is done: who comes next must not settle on something else. */
    private ReassignmentPlan keep(ReassignmentPlan plan, Direction direction, StepContext context) {
        if (!plan.settled().equals(direction.settled())) {
            store.keep(context.run(), direction.stored(plan.settled()));
        }
        return plan;
    }

    private static ReassignmentRequest request(
            MovePartitions step, StepContext context, KafkaView view, Settled settled) {
        Crossing crossing = step.crossesOnce() ? Crossing.ONCE : Crossing.EVERY_REPLICA;
        return new ReassignmentRequest(
                view.partitions(),
                new Sides(BrokersSeen.of(step.source(), view), BrokersSeen.of(step.destination(), view)),
                settled,
                new ReassignmentOptions(
                        crossing,
                        step.batch(),
                        BatchOrder.PHASE_BY_PHASE,
                        context.cluster().target().flatMap(target -> target.canaryTopic())));
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
