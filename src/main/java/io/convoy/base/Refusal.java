package io.convoy.base;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A request that Convoy understood and will not carry out; the API answers it as an RFC 9457 problem. */
public final class Refusal extends RuntimeException {

    /** Why it was refused. */
    public enum Kind {
        NOT_FOUND,
        CONFLICT,
        INVALID,
        LOCKED,
        TOO_LARGE
    }

    private final Kind kind;
    private final transient List<Problem> problems;
    private final transient Optional<Duration> retryAfter;

    private Refusal(Kind kind, String detail, List<Problem> problems, Optional<Duration> retryAfter) {
        super(detail);
        this.kind = kind;
        this.problems = List.copyOf(problems);
        this.retryAfter = retryAfter;
    }

    public static Refusal notFound(String detail) {
        return new Refusal(Kind.NOT_FOUND, detail, List.of(), Optional.empty());
    }

    public static Refusal conflict(String detail) {
        return new Refusal(Kind.CONFLICT, detail, List.of(), Optional.empty());
    }

    public static Refusal conflict(String detail, List<Problem> problems) {
        return new Refusal(Kind.CONFLICT, detail, problems, Optional.empty());
    }

    public static Refusal invalid(String detail, List<Problem> problems) {
        return new Refusal(Kind.INVALID, detail, problems, Optional.empty());
    }

    /** A request with one thing wrong with it; {@code pointer} says where, as in {@link Problem}. */
    public static Refusal invalidAt(String pointer, String message) {
        return invalid(message, List.of(Problem.at(pointer, message)));
    }

    public static Refusal tooLarge(String detail) {
        return new Refusal(Kind.TOO_LARGE, detail, List.of(), Optional.empty());
    }

    public static Refusal locked(String detail, Duration retryAfter) {
        return new Refusal(Kind.LOCKED, detail, List.of(), Optional.of(retryAfter));
    }

    public Kind kind() {
        return kind;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public List<Problem> problems() {
        return problems;
    }

    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
