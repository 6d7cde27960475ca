package io.convoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.convoy.base.RunId;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Runs of nothing but webhooks, which the world outside counts. */
record Talkers(List<RunId> runs, KillWorld world) {

    private static final int STEPS = 6;

    static Talkers start(int runs, ConvoyClient convoy, KillRuns database, KillWorld world) throws SQLException {
        return new Talkers(database.startTalkers(convoy, runs, STEPS, Duration.ZERO), world);
    }

    /** Some steps are done, and some are left to do. */
    boolean areUnderWay() {
        return delivered().size() > runs.size();
    }

    /** The ids that were delivered of any of them. */
    Set<String> delivered() {
        return world.deliveries().keySet().stream()
                .filter(id -> runs.stream().anyMatch(run -> id.startsWith(run.toString())))
                .collect(Collectors.toSet());
    }

    boolean haveEnded(KillRuns database) throws SQLException {
        return database.states(runs).stream().allMatch("SUCCEEDED"::equals);
    }

    /** Whatever befell the database: what it could not note is no failure of a step. */
    void eachStepHappenedOnce(KillRuns database) throws SQLException {
        assertThat(delivered()).hasSize(runs.size() * STEPS);
        for (RunId run : runs) {
            assertThat(database.attempts(run))
                    .as("attempts of %s", run)
                    .allMatch(text -> text.endsWith(" FORWARD 1 DONE"))
                    .doesNotHaveDuplicates()
                    .hasSize(STEPS);
            assertThat(database.audited(run))
                    .as("audit of %s", run)
                    .doesNotHaveDuplicates()
                    .hasSize(STEPS);
        }
    }
}
