package io.convoy.plan;

import java.util.Optional;

/**
 * How a step is taken back, or why it is not.
 *
 * @param step what to bring about instead; empty where nothing is to be done or nothing can be
 * @param why what the undo does, or why there is none
 */
public record Undo(Optional<Step> step, String why) {

    public static Undo by(Step step, String why) {
        return new Undo(Optional.of(step), why);
    }

    public static Undo none(String why) {
        return new Undo(Optional.empty(), why);
    }
}
