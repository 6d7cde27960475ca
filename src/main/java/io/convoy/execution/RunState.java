package io.convoy.execution;

import java.time.Instant;

/**
 * Where a run stands, offering only its legal moves.
 *
 * <pre>
 *  Pending ─started─▶ Running ⇄ Waiting          step = index of the step that is next or under way
 *                      │  ▲  └──paused──▶ Paused ─resumed─▶ (where it was)
 *        step by step  │  └──retried── NeedsAttention ◀─gaveUp─ Running | RollingBack
 *                      ▼                    │
 *                  Succeeded             rollBack (also from Running, Waiting, Paused)
 *                                           ▼
 *                                      RollingBack ─undone, step by step─▶ RolledBack
 * </pre>
 */
public sealed interface RunState {

    /** Which way a run is going through its steps. */
    enum Direction {
        FORWARD,
        BACK
    }

    /** Admitted, nothing done yet. */
    record Pending() implements RunState {
        public Running started() {
            return new Running(0);
        }
    }

    /** A state in which the run stands at a step and can be acted upon. */
    sealed interface Active extends RunState {
        int step();

        Direction direction();

        default Waiting waits(Instant until, String reason) {
            return new Waiting(step(), direction(), until, reason);
        }

        default Paused paused(String reason) {
            return new Paused(step(), direction(), reason);
        }

        default NeedsAttention gaveUp(String reason) {
            return new NeedsAttention(step(), direction(), reason);
        }

        default Active goesOn() {
            return moving(step(), direction());
        }

        /** Turns round: takes back the step at which it stands, then those before it. */
        default RollingBack rollBack() {
            return new RollingBack(step());
        }

        /** The state once the work at this step, in the present direction, is complete. */
        default RunState stepCompleted(int steps) {
            if (direction() == Direction.FORWARD) {
                return step() + 1 < steps ? new Running(step() + 1) : new Succeeded();
            }
            return step() > 0 ? new RollingBack(step() - 1) : new RolledBack();
        }
    }

    /** Going forward. */
    record Running(int step) implements Active {
        @Override
        public Direction direction() {
            return Direction.FORWARD;
        }
    }

    /** Something long is under way on the cluster, or a condition is awaited. */
    record Waiting(int step, Direction direction, Instant until, String reason) implements Active {}

    /** Somebody stopped it at a safe point; {@link Active#goesOn} resumes it. */
    record Paused(int step, Direction direction, String reason) implements Active {}

    /** Taking steps back, the last one first. */
    record RollingBack(int step) implements Active {
        @Override
        public Direction direction() {
            return Direction.BACK;
        }
    }

    /** It cannot go on by itself; {@link Active#goesOn} tries the same step again. */
    record NeedsAttention(int step, Direction direction, String reason) implements Active {}

    /** Every step is done. */
    record Succeeded() implements RunState {}

    /** Every step that was begun has been taken back. */
    record RolledBack() implements RunState {}

    default boolean isFinal() {
        return this instanceof Succeeded || this instanceof RolledBack;
    }

    /** Whether Convoy itself goes on with it, without anybody's help. */
    default boolean isDriven() {
        return this instanceof Pending
                || this instanceof Running
                || this instanceof Waiting
                || this instanceof RollingBack;
    }

    /** Its name in the API and the database, for example {@code NEEDS_ATTENTION}. */
    default String word() {
        return getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(java.util.Locale.ROOT);
    }

    /** What a person wants to know besides the word; empty where the word says it all. */
    default String reason() {
        if (this instanceof Waiting waiting) {
            return waiting.reason;
        }
        if (this instanceof Paused paused) {
            return paused.reason;
        }
        return this instanceof NeedsAttention attention ? attention.reason : "";
    }

    static Active moving(int step, Direction direction) {
        return direction == Direction.FORWARD ? new Running(step) : new RollingBack(step);
    }
}
