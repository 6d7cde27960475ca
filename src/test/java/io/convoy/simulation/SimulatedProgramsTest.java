package io.convoy.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.convoy.audit.AuditAct;
import io.convoy.program.Admission;
import io.convoy.program.Decision;
import io.convoy.program.Roster;
import io.convoy.program.Situation;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Programs of every sort, each of one seed, all run to their end. {@code -Dconvoy.programs=1000000} runs more of them,
 * {@code -Dconvoy.seed=N} only one.
 */
class SimulatedProgramsTest {

    private static final long FIRST = Long.getLong("convoy.seed", 1);
    private static final long PROGRAMS = Long.getLong("convoy.programs", 10_000);

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
            Simulated idle = Simulator.run(scenario, seed, new NothingIdle(scenario.roster()));
            checkLimit(scenario.roster(), history(scenario, seed));
            return idle.left().isEmpty();
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError("Program of seed " + seed + "; replay it with -Dconvoy.seed=" + seed, e);
        }
    }

    private static void checkLimit(Roster roster, List<AuditAct> acts) {
        int most = roster.program().limits().clusters().orElseThrow();
        assertThat(FleetLimit.mostAtOnce(roster, acts)).isLessThanOrEqualTo(most);
    }

    private static List<AuditAct> history(Scenario scenario, long seed) {
        AuditTrail trail = new AuditTrail(scenario.roster());
        Simulator.run(scenario, seed, trail);
        return trail.acts();
    }
}
