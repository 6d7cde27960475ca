package io.convoy.cassandra;

import io.convoy.base.ByteSize;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What stands in the way of a rebuild, in words. Pure. */
final class RebuildWorries {

    private RebuildWorries() {}

    /** One node's calls failed again and again. */
    static Optional<String> hopeless(RebuildScene scene, RebuildMemory memory, RebuildSettings settings) {
        return scene.sides().targets().stream()
                .filter(target -> memory.trouble(target).failures() >= settings.failures())
                .findFirst()
                .map(target -> "Rebuild of " + target + " failed "
                        + memory.trouble(target).failures() + " times, at last with: "
                        + memory.trouble(target).cause());
    }

    /** No byte has come in for so long that somebody must look: nothing but the end of a process ends such a stream. */
    static Optional<String> stalled(RebuildScene scene, RebuildMemory memory, RebuildSettings settings, Instant now) {
        return memory.open().values().stream()
                .filter(open -> scene.live().contains(open.call().target()))
                .filter(open -> Duration.between(open.moved(), now).compareTo(settings.stall()) > 0)
                .findFirst()
                .map(open -> stalled(scene, open, now));
    }

    private static String stalled(RebuildScene scene, OpenCall open, Instant now) {
        String source = open.call().source();
        String state = scene.live().contains(source) ? "UP" : "DOWN";
        return "Rebuild of " + open.call().target() + " has received nothing for "
                + Duration.between(open.moved(), now).toMinutes() + " minutes, after " + new ByteSize(open.received())
                + " of " + open.call() + ", which is " + state
                + " for its peers. Cassandra cannot stop a stream: restart " + source + ", or "
                + open.call().target() + "; the rest is streamed again then";
    }

    /** What the rebuild waits for. */
    static Optional<String> words(
            RebuildScene scene, RebuildPlan left, RebuildMemory memory, Map<String, String> silent, Instant now) {
        List<String> worries = new ArrayList<>();
        Set<String> down = new TreeSet<>(left.remaining().keySet());
        down.removeAll(scene.live());
        down.addAll(silent.keySet());
        if (!down.isEmpty()) {
            worries.add("waits for " + String.join(", ", down) + " to come back");
        }
        uncovered(left).ifPresent(worries::add);
        left.remaining().keySet().stream()
                .filter(target -> memory.trouble(target).failures() > 0)
                .map(target -> trouble(target, memory.trouble(target), now))
                .forEach(worries::add);
        return worries.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", worries));
    }

    private static Optional<String> uncovered(RebuildPlan left) {
        if (left.uncovered().isEmpty()) {
            return Optional.empty();
        }
        Set<String> down = new TreeSet<>();
        left.uncovered().forEach(uncovered -> down.addAll(uncovered.down()));
        return Optional.of(left.uncovered().size() + " ranges wait for " + String.join(", ", down)
                + ": without them a write that only they have could be lost");
    }

    private static String trouble(String target, NodeTrouble trouble, Instant now) {
        long seconds = Math.max(0, Duration.between(now, trouble.again()).toSeconds());
        return "the last stream of " + target + " failed (" + trouble.cause() + "), its ranges are streamed again in "
                + seconds + " s";
    }
}
