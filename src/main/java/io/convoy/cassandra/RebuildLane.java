package io.convoy.cassandra;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One node's way through its calls, one after the other: a node rebuilds once at a time. For each call its memory of that
 * keyspace is emptied first, for with any in it Cassandra 5.0 aborts and 4.1 skips.
 */
final class RebuildLane {

    private static final Logger LOG = LoggerFactory.getLogger(RebuildLane.class);

    private final StorageService jmx;
    private final NodeViews views;
    private final String sourceDatacenter;
    private final CallsUnderway underway;

    /**
     * Where the node stands after a look.
     *
     * @param open the call that it is at
     * @param done calls that have ended well during this look
     * @param streams the running ones
     * @param failure why its last call failed
     */
    record Report(
            Optional<OpenCall> open, List<RebuildCall> done, List<StreamPlan> streams, Optional<String> failure) {}

    RebuildLane(StorageService jmx, NodeViews views, String sourceDatacenter, CallsUnderway underway) {
        this.jmx = jmx;
        this.views = views;
        this.sourceDatacenter = sourceDatacenter;
        this.underway = underway;
    }

    /**
     * Looks, and makes one call after the other while they end quickly.
     *
     * @param open the call that this node was left with
     * @param calls those that it still has to make
     * @param now Convoy's clock
     * @param budget how long this look may take
     */
    Report advance(Optional<OpenCall> open, List<RebuildCall> calls, Instant now, Duration budget) {
        long deadline = System.nanoTime() + budget.toNanos();
        List<RebuildCall> done = new ArrayList<>();
        List<RebuildCall> waiting = calls;
        Optional<OpenCall> current = open;
        boolean doubted = false;
        while (true) {
            // Asked before its tables are read: what has ended by then must be in them.
            boolean unanswered = current.map(underway::isUnanswered).orElse(false);
            List<StreamPlan> rebuilds =
                    views.streams().stream().filter(StreamPlan::isRebuild).toList();
            List<StreamPlan> running =
                    rebuilds.stream().filter(StreamPlan::isRunning).toList();
            if (current.isEmpty()) {
                if (!running.isEmpty() || waiting.isEmpty() || isPast(deadline)) {
                    return new Report(current, done, running, Optional.empty());
                }
                current = Optional.of(begin(waiting.get(0), now));
                continue;
            }
            OpenCall at = current.get();
            long received = running.stream()
                    .mapToLong(stream -> stream.bytes().received())
                    .sum();
            CallVerdict verdict = judge(at, rebuilds, unanswered);
            switch (verdict.state()) {
                case DONE -> {
                    LOG.debug("{} has streamed {}", jmx.address(), at.call());
                    done.add(at.call());
                    doubted = false;
                    waiting = waiting.stream()
                            .flatMap(call -> call.without(at.call()).stream())
                            .toList();
                    current = Optional.empty();
                }
                case FAILED -> {
                    if (!doubted && !underway.isForgotten(at)) {
                        // The tables may lag behind the answer by a moment.
                        doubted = true;
                        continue;
                    }
                    return new Report(Optional.empty(), done, running, verdict.cause());
                }
                case LOST -> current = Optional.empty();
                case RUNNING -> {
                    current = Optional.of(at.receivedNow(received, now));
                    if (isPast(deadline) || !underway.awaitAnswer(at, deadline)) {
                        return new Report(current, done, running, Optional.empty());
                    }
                }
            }
        }
    }

    private CallVerdict judge(OpenCall open, List<StreamPlan> rebuilds, boolean unanswered) {
        Set<TokenRange> recorded = views.rebuildMemory(open.call().keyspace());
        CallVerdict verdict = CallVerdict.of(open, rebuilds, recorded, unanswered);
        if (verdict.state() != CallVerdict.State.LOST) {
            return verdict;
        }
        return underway.objection(open)
                .map(why -> new CallVerdict(CallVerdict.State.FAILED, Optional.of(why)))
                .orElse(verdict);
    }

    private OpenCall begin(RebuildCall call, Instant now) {
        views.forgetRebuild(call.keyspace());
        Set<TokenRange> left = views.rebuildMemory(call.keyspace());
        if (!left.isEmpty()) {
            throw new UnreachableException(jmx.address() + " still remembers " + left.size() + " ranges of "
                    + call.keyspace() + " after they were deleted");
        }
        OpenCall open = new OpenCall(call, views.now(), 0, now);
        LOG.debug("{} begins to stream {}", jmx.address(), call);
        underway.begun(open, jmx.beginRebuild(sourceDatacenter, call.keyspace(), call.ranges(), call.source()));
        return open;
    }

    private static boolean isPast(long deadline) {
        return System.nanoTime() - deadline >= 0;
    }
}
