package io.convoy.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts what all partitions still have to go through into an order of batches. */
record Moves(ReassignmentOptions options) {

    List<Move> of(List<Course> courses) {
        return switch (options.order()) {
            case PHASE_BY_PHASE -> phaseByPhase(courses);
            case BATCH_BY_BATCH -> batchByBatch(courses);
        };
    }

    private List<Move> phaseByPhase(List<Course> courses) {
        List<Move> moves = new ArrayList<>();
        for (Move.Phase phase : Move.Phase.values()) {
            int number = 0;
            for (List<Course> batch : new Batches(options.batchSize()).of(in(phase, courses))) {
                number++;
                moves.add(move(phase, number, batch));
            }
        }
        return moves;
    }

    private List<Move> batchByBatch(List<Course> courses) {
        List<Move> moves = new ArrayList<>();
        List<Course> unfinished =
                courses.stream().filter(course -> !course.remaining().isEmpty()).toList();
        int number = 0;
        for (List<Course> batch : new Batches(options.batchSize()).of(unfinished)) {
            number++;
            for (Move.Phase phase : Move.Phase.values()) {
                List<Course> concerned = in(phase, batch);
                if (!concerned.isEmpty()) {
                    moves.add(move(phase, number, concerned));
                }
            }
        }
        return moves;
    }

    private static List<Course> in(Move.Phase phase, List<Course> courses) {
        return courses.stream()
                .filter(course -> course.remaining().contains(phase))
                .toList();
    }

    private static Move move(Move.Phase phase, int number, List<Course> batch) {
        return switch (phase) {
            case ADD -> new Move.Add(number, new Assignment(byPartition(batch, Course::added)));
            case ELECT -> new Move.Elect(number, byPartition(batch, Course::leader));
            case FINISH -> new Move.Finish(number, new Assignment(byPartition(batch, Course::target)));
        };
    }

    private static <T> Map<PartitionId, T> byPartition(List<Course> batch, Function<Course, T> value) {
        return batch.stream().collect(Collectors.toMap(Course::id, value, (one, other) -> one, TreeMap::new));
    }
}
