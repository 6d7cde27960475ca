package io.convoy.execution;

import io.convoy.plan.Step;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every kind of step with its handler. Cannot be made while a kind has none, or two. */
@Startup
@Singleton
class StepHandlers {

    private final Map<Class<?>, StepHandler<?>> byType = new HashMap<>();

    @Inject
    StepHandlers(@Any Instance<StepHandler<?>> handlers) {
        this(handlers.stream().toList());
    }

    private StepHandlers(List<StepHandler<?>> handlers) {
        for (StepHandler<?> handler : handlers) {
            if (byType.put(handler.stepType(), handler) != null) {
                throw new IllegalStateException("Two handlers for the step " + handler.stepType());
            }
        }
        List<String> missing = new ArrayList<>();
        variants(Step.class).filter(type -> !byType.containsKey(type)).forEach(type -> missing.add(type.getName()));
        if (!missing.isEmpty()) {
            throw new IllegalStateException("Steps without a handler: " + missing);
        }
    }

    static StepHandlers of(List<StepHandler<?>> handlers) {
        return new StepHandlers(handlers);
    }

    @SuppressWarnings("unchecked") // the map holds each handler under its own step type
    Outcome advance(Step step, StepContext context) {
        StepHandler<Step> handler = (StepHandler<Step>) byType.get(step.getClass());
        if (handler == null) {
            throw new IllegalStateException("No handler for the step " + step.tag());
        }
        return handler.advance(step, context);
    }

    private static Stream<Class<?>> variants(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(StepHandlers::variants)
                : Stream.of(type);
    }
}
