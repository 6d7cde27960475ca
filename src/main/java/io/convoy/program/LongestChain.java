package io.convoy.program;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Orders clusters by how much has to follow the beginning of each: its own move and those that wait for it, one after the
 * other. The rule of list scheduling by critical path (Graham 1969; Hu 1961).
 */
final class LongestChain {

    private final List<Subject> subjects;
    private final List<Dependency> dependencies;
    private final Map<Subject, Duration> chains = new HashMap<>();

    private LongestChain(List<Subject> subjects, List<Dependency> dependencies) {
        this.subjects = subjects;
        this.dependencies = dependencies;
    }

    static List<Subject> first(List<Subject> subjects, List<Dependency> dependencies) {
        LongestChain chain = new LongestChain(subjects, dependencies);
        return subjects.stream()
                .sorted(Comparator.comparing(chain::from).reversed().thenComparing(Subject::name))
                .toList();
    }

    private Duration from(Subject subject) {
        Duration known = chains.get(subject);
        if (known != null) {
            return known;
        }
        // In a ring, which is reported elsewhere, the chain ends here.
        chains.put(subject, subject.expected());
        Duration longest = Duration.ZERO;
        for (Subject waiting : dependencies.isEmpty() ? List.<Subject>of() : subjects) {
            if (dependencies.stream().anyMatch(dependency -> dependency.binds(waiting, subject))) {
                Duration tail = from(waiting);
                longest = tail.compareTo(longest) > 0 ? tail : longest;
            }
        }
        Duration all = subject.expected().plus(longest);
        chains.put(subject, all);
        return all;
    }
}
