package io.convoy.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.convoy.audit.AuditAct;
import io.convoy.audit.AuditEntry;
import io.convoy.base.Digest;
import io.convoy.history.HistoryCheck;
import io.convoy.history.HistoryReport;
import io.convoy.program.Admission;
import io.convoy.program.Decision;
import io.convoy.program.Roster;
import io.convoy.program.Situation;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Programs of every sort, each of one seed, all run to their end. {@code -Pnightly} runs 1,000,000 of them,
 * {@code -Dconvoy.programs=N} so many, {@code -Dconvoy.seed=N} begins at one.
 */
class SimulatedProgramsTest {

    private static final long FIRST = Long.getLong("convoy.seed", 1);
    private static final long PROGRAMS = Long.getLong("convoy.programs", 10_000);

    private static final Digest NO_CHAIN = Digest.of("simulated");

    /** Nothing could start that was not started, at any instant. */
    private record NothingIdle(Roster roster) implements Chronicle {
        @Override
        public void settled(Situation situation) {
            List<Decision> idle = Admission.decide(roster, situation).stream()
                    .filter(Decision.Start.class::isInstance)
                    .toList();
            if (!idle.isEmpty()) {
                throw new AssertionError("Could start at " + situation.now() + " and did not: " + idle);
            }
        }
    }

    @Test
    void keepTheirLimitsAndLeaveNoCapacityIdle() {
        long ended = LongStream.range(FIRST, FIRST + PROGRAMS)
                .parallel()
                .filter(SimulatedProgramsTest::endsAsItShould)
                .count();

        assertThat(ended).as("programs all of whose clusters have ended").isGreaterThan(PROGRAMS / 2 - 1);
    }

    @Test
    void theSameSeedGivesTheSameWords() {
        assertThat(history(RandomPrograms.of(7), 7)).isEqualTo(history(RandomPrograms.of(7), 7));
        assertThat(history(RandomPrograms.of(7), 7)).isNotEqualTo(history(RandomPrograms.of(7), 8));
    }

    private static boolean endsAsItShould(long seed) {
        try {
            Scenario scenario = RandomPrograms.of(seed);
            AuditTrail trail = new AuditTrail(scenario.roster(), scenario.odds().tempo());
            Chronicle both = new Chronicles(List.of(trail, new NothingIdle(scenario.roster())));
            Simulated simulated = Simulator.run(scenario, seed, both);
            checkLimit(scenario.roster(), trail.acts());
            checkHistory(trail.acts());
            return simulated.left().isEmpty();
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError("Program of seed " + seed + "; replay it with -Dconvoy.seed=" + seed, e);
        }
    }

    private static void checkLimit(Roster roster, List<AuditAct> acts) {
        int most = roster.program().limits().clusters().orElseThrow();
        assertThat(FleetLimit.mostAtOnce(roster, acts)).isLessThanOrEqualTo(most);
    }

    private static void checkHistory(List<AuditAct> acts) {
        HistoryCheck check = new HistoryCheck();
        long sequence = 0;
        for (AuditAct act : acts) {
            check.add(new AuditEntry(++sequence, act, NO_CHAIN, NO_CHAIN));
        }
        HistoryReport report = check.report(acts.get(acts.size() - 1).at());
        assertThat(report.violations()).isEmpty();
        assertThat(report.starts())
                .isEqualTo(acts.stream()
                        .filter(act -> act.act().equals("run.admitted"))
                        .count());
    }

    private static List<AuditAct> history(Scenario scenario, long seed) {
        AuditTrail trail = new AuditTrail(scenario.roster(), scenario.odds().tempo());
        Simulator.run(scenario, seed, trail);
        return trail.acts();
    }
}
