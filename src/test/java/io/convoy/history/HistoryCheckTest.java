package io.convoy.history;

import static io.convoy.history.Plots.BACK;
import static io.convoy.history.Plots.PASSES;
import static io.convoy.history.Plots.TWO_WAVES;
import static io.convoy.history.Story.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HistoryCheckTest {

    @Test
    void aHistoryThatKeepsEveryPromiseIsClean() {
        Story story = Story.of(TWO_WAVES, "a", "b", "c")
                .say("wave.started", "rest", Map.of())
                .start("a")
                .begin("a", "one")
                .end("step.failed", "a", "one")
                .begin("a", "one", Map.of("attempt", 2))
                .say("schema-freeze.requested", "cluster:a", Map.of("run", run("a")))
                .say("hold.set", "cluster:a", Map.of("reason", "look", "until", ""))
                .end("step.done", "a", "one")
                .say("hold.removed", "cluster:a", Map.of())
                .begin("a", "two", PASSES)
                .say("schema-freeze.released", "cluster:a", Map.of("run", run("a")))
                .end("step.done.last", "a", "two")
                .start("b")
                .begin("b", "one")
                .end("step.gave-up", "b", "one")
                .say("run.rolling_back", "b", Map.of("run", run("b")))
                .begin("b", "one", BACK)
                .end("step.undone.last", "b", "one")
                .later(Duration.ofHours(3))
                .start("c", "rest", Map.of());

        HistoryReport report = story.check();

        assertThat(report.violations()).isEmpty();
        assertThat(report.clean()).isTrue();
        assertThat(List.of(report.starts(), report.steps(), report.leases())).containsExactly(3L, 5L, 1L);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource({"io.convoy.history.BrokenStarts#all", "io.convoy.history.BrokenRuns#all"})
    void aPlantedViolationIsFound(String rule, String words, Story story) {
        HistoryReport report = story.check();

        assertThat(report.violations()).extracting(Violation::rule).containsOnly(rule);
        assertThat(report.violations()).extracting(Violation::sentence).anyMatch(said -> said.contains(words));
    }

    /** The same stories with what makes them right. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("io.convoy.history.KeptStories#all")
    void whatIsAllowedIsNoViolation(String why, Story story) {
        assertThat(story.check().violations()).isEmpty();
    }
}
