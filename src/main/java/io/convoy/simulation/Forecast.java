package io.convoy.simulation;

import io.convoy.base.ClusterName;
import io.convoy.program.Member;
import io.convoy.program.Roster;
import io.convoy.program.Situation;
import io.convoy.program.Wave;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * When a program is likely to end, by many simulated ones, each with chances of its own.
 *
 * @param waves when each wave ends
 * @param starts when each cluster that has not started yet does
 * @param unfinished in how many of the simulated programs some cluster never ended
 */
public record Forecast(
        Percentiles end,
        Map<String, Percentiles> waves,
        Map<ClusterName, Percentiles> starts,
        int runs,
        int unfinished) {

    /** Of a running program. People are taken to start what waits for them, and to let go of holds within a day. */
    public static Forecast of(Roster roster, Situation now, List<Course> courses, int runs, long seed) {
        return of(Scenario.running(roster, now, courses, Odds.USUAL), runs, seed, () -> {});
    }

    /**
     * Of any scenario.
     *
     * @param progress told after each simulated program, by any of several threads
     */
    public static Forecast of(Scenario scenario, int runs, long seed, Runnable progress) {
        Simulated[] outcomes = new Simulated[runs];
        IntStream.range(0, runs).parallel().forEach(run -> {
            outcomes[run] = Simulator.run(scenario, seed + run);
            progress.run();
        });
        return of(scenario.roster(), List.of(outcomes));
    }

    private static Forecast of(Roster roster, List<Simulated> outcomes) {
        Map<String, Percentiles> waves = new LinkedHashMap<>();
        for (Wave wave : roster.program().waves()) {
            waves.put(wave.name(), percentiles(outcomes, one -> one.endOf(wave.name())));
        }
        Map<ClusterName, Percentiles> starts = new LinkedHashMap<>();
        for (Member member : roster.members()) {
            starts.put(member.cluster(), percentiles(outcomes, one -> one.start(member)));
        }
        int unfinished = (int)
                outcomes.stream().filter(outcome -> !outcome.left().isEmpty()).count();
        return new Forecast(
                percentiles(outcomes, one -> Optional.of(one.end())), waves, starts, outcomes.size(), unfinished);
    }

    private static Percentiles percentiles(
            List<Simulated> outcomes, java.util.function.Function<Simulated, Optional<Instant>> moment) {
        return Percentiles.of(outcomes.stream()
                .mapToLong(outcome ->
                        moment.apply(outcome).map(Instant::getEpochSecond).orElse(Long.MAX_VALUE))
                .toArray());
    }
}
