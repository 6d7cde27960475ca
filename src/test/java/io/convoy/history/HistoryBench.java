package io.convoy.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.convoy.audit.AuditEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How fast a long history is checked: {@code docs/benchmarks.md}. */
class HistoryBench {

    private static final int ENTRIES = 1_000_000;
    private static final int AT_ONCE = 100;
    private static final int STEPS = 24;

    private static final String PROGRAM =
            "{'limits':{'clusters':100,'rules':[{'by':'region','nodes':300},{'by':'fleet','pastReturn':100}]},"
                    + "'waves':[{'name':'pilot','select':'name=*'}],"
                    + "'windows':[{'name':'day','timeZone':'Europe/Berlin','from':'00:00','to':'12:00'},"
                    + "{'name':'evening','cron':'0 12 * * *','lasts':'PT12H','timeZone':'Europe/Berlin'}],"
                    + "'freezes':[{'name':'easter','from':'2025-04-03','to':'2025-04-06'}]}";

    @Test
    void aMillionEntries() {
        Story story = Story.of(PROGRAM).every(Duration.ofMillis(100));
        HistoryCheck check = new HistoryCheck();
        long took = check(check, story);
        int round = 0;
        long entries = 0;
        while (entries < ENTRIES) {
            tell(story, round++);
            entries += story.size();
            took += check(check, story);
        }
        HistoryReport report = check.report(Instant.MAX);

        assertThat(report.violations()).isEmpty();
        System.out.printf(
                "%d entries, %d starts, %d steps: %.1f s, %.0f entries a second%n",
                report.entries(), report.starts(), report.steps(), took / 1e9, report.entries() * 1e9 / took);
    }

    /** So many clusters that move at the same time, step by step. */
    private static void tell(Story story, int round) {
        List<String> clusters = java.util.stream.IntStream.range(0, AT_ONCE)
                .mapToObj(number -> "c" + round + "-" + number)
                .toList();
        clusters.forEach(cluster -> story.approve(cluster).start(cluster));
        for (int step = 1; step <= STEPS; step++) {
            String name = "step-" + step;
            Map<String, ?> more = Map.of("passesReturn", step == STEPS / 2, "interruptible", step % 2 == 0);
            String end = step == STEPS ? "step.done.last" : "step.done";
            clusters.forEach(cluster -> story.begin(cluster, name, more).end(end, cluster, name));
        }
    }

    private static long check(HistoryCheck check, Story story) {
        List<AuditEntry> told = story.taken();
        long began = System.nanoTime();
        told.forEach(check::add);
        return System.nanoTime() - began;
    }
}
