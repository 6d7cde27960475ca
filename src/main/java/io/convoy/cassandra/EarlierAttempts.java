package io.convoy.cassandra;

import io.convoy.execution.Outcome;
import io.convoy.execution.StepContext;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * What a step's failed attempt had in memory, for the attempt after it. Held by this process only: after a restart of Convoy
 * a new attempt begins from nothing, which costs time and no more.
 */
final class EarlierAttempts {

    private final Map<String, Map<String, String>> memories = new ConcurrentHashMap<>();

    Map<String, String> or(StepContext context) {
        return context.memory().isEmpty() ? memories.getOrDefault(key(context), Map.of()) : context.memory();
    }

    /** A new attempt begins with a clean slate where only the failures of the last one are told. */
    void forget(StepContext context, String prefix) {
        memories.computeIfPresent(key(context), (ignored, memory) -> memory.entrySet().stream()
                .filter(entry -> !entry.getKey().startsWith(prefix))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    void keep(StepContext context, Outcome outcome) {
        if (outcome instanceof Outcome.Waiting waiting) {
            memories.put(key(context), waiting.memory());
        } else if (outcome instanceof Outcome.Done) {
            memories.remove(key(context));
        }
    }

    private static String key(StepContext context) {
        return context.run() + "/" + context.step();
    }
}
