package io.convoy.cassandra;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What has become of a call. Pure.
 *
 * <p>Neither an answer without error nor recorded ranges alone make it done: Cassandra answers "OK" when it streamed nothing,
 * and remembers ranges of older rebuilds and of other sources. Done is a call whose every range was recorded after the memory
 * had been emptied, by a stream that began after that, with this source alone, and succeeded.
 *
 * @param cause why it failed
 */
record CallVerdict(State state, Optional<String> cause) {

    /** How a call stands. */
    enum State {
        RUNNING,
        DONE,
        FAILED,
        /** The node knows nothing of it: it never arrived, or the node was restarted. Making it again does no harm. */
        LOST
    }

    /**
     * @param rebuilds the node's rebuild streams, running and ended
     * @param recorded the ranges of the keyspace that it remembers
     * @param underway whether the node has not answered the call yet
     */
    static CallVerdict of(OpenCall open, List<StreamPlan> rebuilds, Set<TokenRange> recorded, boolean underway) {
        if (rebuilds.stream().anyMatch(StreamPlan::isRunning)) {
            return new CallVerdict(State.RUNNING, Optional.empty());
        }
        List<StreamPlan> own =
                rebuilds.stream().filter(stream -> isOf(open, stream)).toList();
        if (has(own, StreamPlan.Status.SUCCESS)
                && recorded.containsAll(open.call().ranges())) {
            return new CallVerdict(State.DONE, Optional.empty());
        }
        if (underway) {
            return new CallVerdict(State.RUNNING, Optional.empty());
        }
        return own.stream()
                .filter(stream -> stream.status() == StreamPlan.Status.FAILURE)
                .findFirst()
                .map(failed -> new CallVerdict(State.FAILED, Optional.of(words(failed))))
                .orElseGet(() -> new CallVerdict(State.LOST, Optional.empty()));
    }

    private static boolean isOf(OpenCall open, StreamPlan stream) {
        return !stream.began().isBefore(open.cleared())
                && stream.peers().equals(List.of(open.call().source()));
    }

    private static boolean has(List<StreamPlan> streams, StreamPlan.Status status) {
        return streams.stream().anyMatch(stream -> stream.status() == status);
    }

    /** The line that says why: Cassandra hands out a stack trace with the reason somewhere inside. */
    private static String words(StreamPlan failed) {
        String trace = failed.failureCause().orElse("Stream failed");
        return trace.lines()
                .filter(line -> line.contains("dropped during streaming") || line.startsWith("Caused by: "))
                .reduce((first, last) -> last)
                .or(() -> trace.lines().findFirst())
                .orElse(trace)
                .strip();
    }
}
