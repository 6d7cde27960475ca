package io.convoy.cassandra;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The rebuild calls that this process has made, and what the nodes answered. After a restart of Convoy it is empty: then the
 * nodes' own tables have to tell.
 */
final class CallsUnderway {

    private final Map<String, Made> latest = new ConcurrentHashMap<>();

    private record Made(OpenCall call, Future<Optional<String>> answer) {

        boolean isFor(OpenCall open) {
            return call.call().equals(open.call()) && call.cleared().equals(open.cleared());
        }
    }

    void begun(OpenCall call, Future<Optional<String>> answer) {
        latest.put(call.call().target(), new Made(call, answer));
    }

    boolean isUnanswered(OpenCall open) {
        return made(open).map(made -> !made.answer().isDone()).orElse(false);
    }

    /** Whether it was another process that made the call. */
    boolean isForgotten(OpenCall open) {
        return made(open).isEmpty();
    }

    /** Why the node did not carry out a call that it has answered. */
    Optional<String> objection(OpenCall open) {
        return made(open).filter(made -> made.answer().isDone()).map(CallsUnderway::objection);
    }

    /** Waits for the node's answer; false when there is none by then, or none to be waited for. */
    boolean awaitAnswer(OpenCall open, long deadlineNanos) {
        Optional<Made> made = made(open);
        if (made.isEmpty() || made.get().answer().isDone()) {
            return false;
        }
        try {
            made.get().answer().get(Math.max(1, deadlineNanos - System.nanoTime()), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Optional<Made> made(OpenCall open) {
        return Optional.ofNullable(latest.get(open.call().target())).filter(made -> made.isFor(open));
    }

    private static String objection(Made made) {
        try {
            return made.answer().get().orElse("it answered without having streamed the ranges");
        } catch (ExecutionException e) {
            return UnreachableException.reason(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }
}
