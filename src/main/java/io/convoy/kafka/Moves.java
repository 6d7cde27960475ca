package io.convoy.kafka;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Puts what all partitions still have to go through into an order of batches. */
record Moves(ReassignmentOptions options) {

    List<Move> of(List<Course> courses) {
        List<Course> inOrder = Batches.inOrder(courses, options.first());
        return switch (options.order()) {
            case PHASE_BY_PHASE -> phaseByPhase(inOrder);
            case BATCH_BY_BATCH -> batchByBatch(inOrder);
        };
    }

    private List<Move> phaseByPhase(List<Course> inOrder) {
        List<Move> moves = new ArrayList<>();
        byPhase(inOrder).forEach((phase, concerned) -> {
            int number = 0;
            for (List<Course> batch : new Batches(options.batchSize()).of(concerned)) {
                number++;
                moves.add(move(phase, number, batch));
            }
        });
        return moves;
    }

    private List<Move> batchByBatch(List<Course> inOrder) {
        List<Move> moves = new ArrayList<>();
        List<Course> unfinished =
                inOrder.stream().filter(course -> !course.remaining().isEmpty()).toList();
        int number = 0;
        for (List<Course> batch : new Batches(options.batchSize()).of(unfinished)) {
            int batchNumber = ++number;
            byPhase(batch).forEach((phase, concerned) -> moves.add(move(phase, batchNumber, concerned)));
        }
        return moves;
    }

    /** In the order of the phases; without those that nothing has to go through. */
    private static Map<Move.Phase, List<Course>> byPhase(List<Course> courses) {
        Map<Move.Phase, List<Course>> phases = new EnumMap<>(Move.Phase.class);
        for (Course course : courses) {
            course.remaining().forEach(phase -> phases.computeIfAbsent(phase, ignored -> new ArrayList<>())
                    .add(course));
        }
        return phases;
    }

    private static Move move(Move.Phase phase, int number, List<Course> batch) {
        return switch (phase) {
            case ADD -> new Move.Add(number, new Assignment(byPartition(batch, Course::added)));
            case ELECT -> new Move.Elect(number, byPartition(batch, Course::leader));
            case FINISH -> new Move.Finish(number, new Assignment(byPartition(batch, Course::target)));
        };
    }

    private static <T> Map<PartitionId, T> byPartition(List<Course> batch, Function<Course, T> value) {
        Map<PartitionId, T> values = new TreeMap<>();
        batch.forEach(course -> values.put(course.id(), value.apply(course)));
        return values;
    }
}
