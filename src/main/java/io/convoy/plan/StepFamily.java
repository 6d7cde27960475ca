package io.convoy.plan;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Every kind of step that there is. */
public final class StepFamily {

    private static final List<Class<? extends Step>> VARIANTS =
            below(Step.class).sorted(Comparator.comparing(Step::tagOf)).toList();

    private StepFamily() {}

    /** The records that a step can be, ordered by their tags. */
    public static List<Class<? extends Step>> variants() {
        return VARIANTS;
    }

    private static Stream<Class<? extends Step>> below(Class<?> type) {
        if (!type.isSealed()) {
            return Stream.of(type.asSubclass(Step.class));
        }
        return Arrays.stream(type.getPermittedSubclasses()).flatMap(StepFamily::below);
    }
}
