package io.convoy.simulation;

import io.convoy.program.Limit;
import io.convoy.program.Limits;
import io.convoy.program.Program;
import io.convoy.program.Wave;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a limit, or another rule of the program, costs: how much sooner the program would end without it, where every step takes
 * what is expected.
 */
public record LimitCost(String what, Duration sooner) {

    private static final int NO_LIMIT = 1_000_000;

    private record Variant(String what, Program program) {}

    /**
     * The most expensive first.
     *
     * @param ends how long a program takes
     */
    public static List<LimitCost> of(Program program, Function<Program, Duration> ends) {
        Duration now = ends.apply(program);
        return variants(program).parallelStream()
                .map(variant -> new LimitCost(variant.what(), now.minus(ends.apply(variant.program()))))
                .sorted(java.util.Comparator.comparing(LimitCost::sooner).reversed())
                .toList();
    }

    private static List<Variant> variants(Program program) {
        List<Variant> variants = new ArrayList<>();
        Limits limits = program.limits();
        Limits unlimited = new Limits(Optional.of(NO_LIMIT), limits.onCall(), limits.rules());
        variants.add(new Variant("limits.clusters", program.with(unlimited)));
        Limits unwatched =
                new Limits(limits.clusters().or(() -> Optional.of(NO_LIMIT)), Optional.empty(), limits.rules());
        limits.onCall().ifPresent(people -> variants.add(new Variant("limits.onCall", program.with(unwatched))));
        for (int place = 0; place < limits.rules().size(); place++) {
            List<Limit> rules = new ArrayList<>(limits.rules());
            Limit rule = rules.remove(place);
            Optional<Integer> clusters = limits.clusters().or(() -> Optional.of(NO_LIMIT));
            String what = "limits.rules." + place + " (by " + rule.by()
                    + rule.only().map(only -> " " + only).orElse("") + ")";
            variants.add(new Variant(what, program.with(new Limits(clusters, limits.onCall(), rules))));
        }
        if (!program.windows().isEmpty()) {
            variants.add(new Variant("windows", program.with(List.of(), program.freezes())));
        }
        if (!program.freezes().isEmpty()) {
            variants.add(new Variant("freezes", program.with(program.windows(), List.of())));
        }
        if (!program.dependencies().isEmpty()) {
            variants.add(new Variant("dependencies", program.withoutDependencies()));
        }
        variants.add(new Variant("soak of waves and clusters", withWaves(program, LimitCost::unsoaked)));
        variants.add(new Variant("order of waves", withWaves(program, LimitCost::unordered)));
        return variants;
    }

    private static Program withWaves(Program program, Function<Wave, Wave> change) {
        return program.withWaves(program.waves().stream().map(change).toList());
    }

    private static Wave unsoaked(Wave wave) {
        return new Wave(
                wave.name(),
                wave.clusters(),
                wave.select(),
                wave.order(),
                wave.after(),
                wave.notBefore(),
                wave.pilots(),
                Optional.empty(),
                Optional.empty(),
                wave.failures());
    }

    private static Wave unordered(Wave wave) {
        return new Wave(
                wave.name(),
                wave.clusters(),
                wave.select(),
                wave.order(),
                List.of(),
                wave.notBefore(),
                Optional.empty(),
                wave.soak(),
                wave.clusterSoak(),
                wave.failures());
    }
}
