package io.convoy.hooks;

import io.convoy.base.RunId;
import io.convoy.base.StepId;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is told to a receiver. Telling it again sends the same bytes.
 *
 * @param id the same each time that it is told, so that the receiver can tell a repetition
 * @param type {@code io.convoy.} and what it is about: {@code io.convoy.run.succeeded}
 * @param subject the cluster or wave that it is about
 * @param time when it happened; empty for a question
 */
record HookEvent(
        String id,
        String type,
        String subject,
        Optional<Instant> time,
        Optional<RunId> run,
        Optional<StepId> step,
        Map<String, ?> data) {

    HookEvent {
        data = Collections.unmodifiableMap(new TreeMap<>(data));
    }
}
