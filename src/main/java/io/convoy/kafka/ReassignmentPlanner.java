package io.convoy.kafka;

import io.convoy.kafka.ReassignmentResult.Planned;
import io.convoy.kafka.ReassignmentResult.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Plans how all replicas get from the source's brokers to the destination's. Pure: the same request gives the same plan.
 *
 * <ol>
 *   <li>Refuses what cannot be moved safely as it is.
 *   <li>Chooses the target, see {@link Target}; what {@link Settled} says is kept.
 *   <li>Compares it with what there is, see {@link Course}, so that a plan made halfway has only what remains.
 *   <li>Puts that into batches, see {@link Moves}.
 * </ol>
 *
 * <p>What holds for each plan and each state on its way: a partition is in as many racks as before or as its target, whichever
 * is fewer; no replica is dropped before min.insync.replicas others that stay are in sync; only a replica in sync is elected;
 * every replica that must move is copied once.
 */
final class ReassignmentPlanner {

    private ReassignmentPlanner() {}

    static ReassignmentResult plan(ReassignmentRequest request) {
        List<Wanted> partitions = Wanted.of(request);
        List<Objection> objections = new ArrayList<>(new HealthChecks(request).objections());
        objections.addAll(new RackChecks(request.sides()).objections(partitions));
        return objections.isEmpty() ? plan(request, partitions) : new Refused(objections);
    }

    private static ReassignmentResult plan(ReassignmentRequest request, List<Wanted> partitions) {
        Target target = Target.choose(partitions, request.sides());
        List<Course> courses = partitions.stream()
                .map(wanted -> course(wanted, target, request.options()))
                .toList();
        List<Objection> objections = new TargetChecks(request.sides()).objections(target, courses);
        if (!objections.isEmpty()) {
            return new Refused(objections);
        }
        return new Planned(new ReassignmentPlan(
                new Settled(before(request), target.assignment()),
                new Moves(request.options()).of(courses),
                Forecast.of(partitions, courses),
                target.balance()));
    }

    private static Course course(Wanted wanted, Target target, ReassignmentOptions options) {
        PartitionState now = wanted.state();
        return new Course(now, target.assignment().of(now.id()).orElseThrow(), options.crossing());
    }

    /** Where each partition was when it was first planned. */
    private static Assignment before(ReassignmentRequest request) {
        Map<PartitionId, List<BrokerId>> before = new TreeMap<>();
        for (PartitionState partition : request.partitions()) {
            before.put(
                    partition.id(),
                    request.settled()
                            .from()
                            .of(partition.id())
                            .orElse(partition.replicas().present()));
        }
        return new Assignment(before);
    }
}
