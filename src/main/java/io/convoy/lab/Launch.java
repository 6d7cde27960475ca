package io.convoy.lab;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to run a node's server. It is written before the process exists, so that a process whose starter died at once
 * is still found.
 *
 * @param id random; names the file into which the new process writes its own id
 * @param mark stands on the process's command line
 * @param attempt counts launches since the node last was ready
 * @param ready the server was seen ready after this launch
 * @param stopAsked its end is wanted: a dead process is then no failure
 * @param process absent until its id is known
 */
record Launch(
        String id,
        String mark,
        int attempt,
        boolean ready,
        boolean stopAsked,
        @Nullable RecordedProcess process) {

    static Launch intended(String node, int attempt) {
        String id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        return new Launch(id, "convoy.lab.node=" + node + "/" + id, attempt, false, false, null);
    }

    @JsonIgnore
    Optional<RecordedProcess> knownProcess() {
        return Optional.ofNullable(process);
    }

    Launch runningAs(RecordedProcess known) {
        return new Launch(id, mark, attempt, ready, stopAsked, known);
    }

    Launch seenReady() {
        return new Launch(id, mark, attempt, true, stopAsked, process);
    }

    Launch toBeStopped() {
        return new Launch(id, mark, attempt, ready, true, process);
    }

    /** A launch that ended before its server was ready, though nobody asked for it. */
    @JsonIgnore
    boolean diedYoung() {
        return !ready && !stopAsked;
    }
}
