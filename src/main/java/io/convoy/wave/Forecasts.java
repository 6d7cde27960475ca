package io.convoy.wave;

import io.convoy.base.ClusterName;
import io.convoy.program.Roster;
import io.convoy.program.Situation;
import io.convoy.simulation.ChainLink;
import io.convoy.simulation.Forecast;
import io.convoy.simulation.Odds;
import io.convoy.simulation.Percentiles;
import io.convoy.simulation.Rehearsal;
import io.convoy.simulation.Scenario;
import io.convoy.simulation.Simulated;
import io.convoy.simulation.Simulator;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Simulates the stored program from where it stands to its end. Reads in one transaction, and simulates outside it. */
@ApplicationScoped
public class Forecasts {

    private static final int RUNS = 200;
    private static final long SEED = 1;
    /** Above it a single simulated program takes seconds, and nobody who asks for one cluster waits for that. */
    private static final int MOST_EXPLAINED = 2_000;

    private final WaveReports reports;
    private final Courses courses;
    private final Tempos tempos;

    Forecasts(WaveReports reports, Courses courses, Tempos tempos) {
        this.reports = reports;
        this.courses = courses;
        this.tempos = tempos;
    }

    /**
     * When the program is likely to end.
     *
     * @param end with a probability of 50, 80 and 90 %
     * @param waves the same of each wave
     * @param criticalChain who waits for whom until the end, when every step takes what is expected
     * @param runs how many programs were simulated
     * @param unfinished in how many of them some cluster never ended
     * @param left clusters that would never end as things are, and what keeps them
     */
    public record Outlook(
            Finish end,
            Map<String, Finish> waves,
            List<ChainLink> criticalChain,
            int runs,
            int unfinished,
            Map<String, String> left) {}

    /** Empty where it may never come. */
    public record Finish(Optional<Instant> p50, Optional<Instant> p80, Optional<Instant> p90) {
        static Finish of(Percentiles moments) {
            return new Finish(known(moments.p50()), known(moments.p80()), known(moments.p90()));
        }

        private static Optional<Instant> known(Instant moment) {
            return Optional.of(moment).filter(one -> !one.equals(Instant.MAX));
        }
    }

    public Outlook outlook() {
        Scenario scenario = scenario(Odds.USUAL);
        Forecast forecast = Forecast.of(scenario, RUNS, SEED, () -> {});
        Rehearsal expected = Rehearsal.of(scenario.with(Odds.NONE), SEED);
        Map<String, Finish> waves = new LinkedHashMap<>();
        forecast.waves().forEach((wave, moments) -> waves.put(wave, Finish.of(moments)));
        return new Outlook(
                Finish.of(forecast.end()),
                waves,
                expected.chain(),
                forecast.runs(),
                forecast.unfinished(),
                expected.left());
    }

    /** When a cluster that has not started is expected to, if every step takes what is expected and people do their part. */
    Optional<Instant> startOf(ClusterName cluster) {
        Scenario scenario = scenario(Odds.NONE);
        if (scenario.roster().size() > MOST_EXPLAINED) {
            return Optional.empty();
        }
        Simulated expected = Simulator.run(scenario, SEED);
        return scenario.roster().find(cluster).flatMap(expected::start);
    }

    private Scenario scenario(Odds odds) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Roster roster = reports.roster();
            Situation situation = reports.situation(roster);
            return Scenario.running(roster, situation, courses.of(roster, situation), odds.with(tempos.present()));
        });
    }
}
