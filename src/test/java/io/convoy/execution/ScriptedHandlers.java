package io.convoy.execution;

import io.convoy.plan.GeneralStep.Gate;
import io.convoy.plan.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Handlers whose outcomes a test has written down; a step with nothing written is done at once. */
final class ScriptedHandlers {

    private final Map<String, Deque<Outcome>> scripts = new HashMap<>();
    private final Map<String, RuntimeException> failures = new HashMap<>();
    private final List<String> calls = new ArrayList<>();
    private final List<StepContext> contexts = new ArrayList<>();

    /** What a gate's handler shall answer, one after the other. */
    void script(String question, Outcome... outcomes) {
        scripts.put(question, new ArrayDeque<>(List.of(outcomes)));
    }

    /** What a gate's handler shall throw, once. */
    void failing(String question, RuntimeException failure) {
        failures.put(question, failure);
    }

    /** The questions of the gates whose handlers were called, in that order. */
    List<String> calls() {
        return calls;
    }

    StepContext lastContext() {
        return contexts.get(contexts.size() - 1);
    }

    StepHandlers handlers() {
        List<StepHandler<?>> all = new ArrayList<>();
        variants(Step.class).forEach(type -> all.add(new Scripted<>(type)));
        return StepHandlers.of(all);
    }

    @SuppressWarnings("unchecked") // a permitted subclass of Step, or of one of its families
    private static Stream<Class<? extends Step>> variants(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(ScriptedHandlers::variants)
                : Stream.of((Class<? extends Step>) type);
    }

    private final class Scripted<S extends Step> implements StepHandler<S> {

        private final Class<S> type;

        Scripted(Class<S> type) {
            this.type = type;
        }

        @Override
        public Class<S> stepType() {
            return type;
        }

        @Override
        public Outcome advance(S step, StepContext context) {
            String question = step instanceof Gate gate ? gate.question() : step.tag();
            calls.add(question);
            contexts.add(context);
            RuntimeException failure = failures.remove(question);
            if (failure != null) {
                throw failure;
            }
            return Optional.ofNullable(scripts.get(question))
                    .map(Deque::poll)
                    .orElseGet(() -> Outcome.done("Did " + question));
        }
    }
}
