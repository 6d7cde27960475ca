package io.convoy.execution;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How far something long has come.
 *
 * @param detail one line for people
 * @param fraction 0 to 1 where it can be measured
 * @param parts the same for each node, where the step works on several
 */
public record Progress(String detail, OptionalDouble fraction, List<Part> parts) {

    /** One node's share. */
    public record Part(String name, String detail, OptionalDouble fraction) {}

    public Progress {
        parts = List.copyOf(parts);
    }

    /** The same, and something more to say about it. */
    public Progress with(String more) {
        return new Progress(detail + "; " + more, fraction, parts);
    }

    public static Progress unmeasured(String detail) {
        return new Progress(detail, OptionalDouble.empty(), List.of());
    }

    public static Progress of(String detail, double fraction, List<Part> parts) {
        return new Progress(detail, OptionalDouble.of(Math.max(0, Math.min(1, fraction))), parts);
    }
}
