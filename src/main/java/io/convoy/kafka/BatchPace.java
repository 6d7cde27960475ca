package io.convoy.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How many partitions move at a time, by what producers have felt of the batches before. Pure.
 *
 * <ol>
 *   <li>Each phase begins with the plan's batches: elections and copies are felt differently.
 *   <li>After a batch that had a producer wait for longer than half a second the next is half as large, and one at least.
 *   <li>What was lowered stays so until the next phase: the canary's own partitions go first, and what they have shown holds for
 *       those of others, which it does not feel.
 * </ol>
 *
 * @param size of the present batch
 * @param stall what was felt of it
 * @param smallest of all batches of the step
 * @param longest of all stalls of the step
 */
record BatchPace(Move.Phase phase, int size, Duration stall, int smallest, Duration longest) {

    static final Duration BEARABLE = Duration.ofMillis(500);

    private static final String PHASE = "batch.phase";
    private static final String SIZE = "batch.size";
    private static final String STALL = "batch.stall";
    private static final String SMALLEST = "batch.smallest";
    private static final String LONGEST = "batch.longest";

    static BatchPace first(int planned) {
        return new BatchPace(Move.Phase.ADD, planned, Duration.ZERO, planned, Duration.ZERO);
    }

    static Optional<BatchPace> in(Map<String, String> memory) {
        return memory.containsKey(PHASE)
                ? Optional.of(new BatchPace(
                        Move.Phase.valueOf(memory.get(PHASE)),
                        Integer.parseInt(memory.get(SIZE)),
                        Duration.parse(memory.get(STALL)),
                        Integer.parseInt(memory.get(SMALLEST)),
                        Duration.parse(memory.get(LONGEST))))
                : Optional.empty();
    }

    Map<String, String> memory() {
        return Map.of(
                PHASE,
                phase.name(),
                SIZE,
                Integer.toString(size),
                STALL,
                stall.toString(),
                SMALLEST,
                Integer.toString(smallest),
                LONGEST,
                longest.toString());
    }

    BatchPace felt(Duration waited) {
        return new BatchPace(phase, size, longer(stall, waited), smallest, longer(longest, waited));
    }

    /** For the batch that begins now. */
    BatchPace next(Move.Phase nextPhase, int planned) {
        int fitting = nextPhase == phase ? afterThis() : planned;
        return new BatchPace(nextPhase, fitting, Duration.ZERO, Math.min(smallest, fitting), longest);
    }

    private int afterThis() {
        return stall.compareTo(BEARABLE) > 0 ? Math.max(1, size / 2) : size;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    String words(int planned) {
        String lowered = size < planned ? "batches of " + size + " instead of " + planned + "; " : "";
        return lowered + "a producer waited " + longest.toMillis() + " ms at most";
    }

    String evidence(int planned) {
        return "The canary waited " + longest.toMillis() + " ms at most for an acknowledgement, in batches of "
                + (smallest < planned ? planned + " down to " + smallest : String.valueOf(planned)) + " partitions";
    }
}
