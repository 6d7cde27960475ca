package io.convoy.cassandra;

import io.convoy.execution.Outcome;
import io.convoy.execution.StepContext;
import io.convoy.execution.StepHandler;
import io.convoy.plan.CassandraStep.Preflight;
import io.convoy.plan.Finding;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks at the cluster once more; a blocker stops the run until it is gone. */
@Singleton
final class PreflightHandler implements StepHandler<Preflight> {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);

    private final TopologySource source;
    private final PreflightChecks checks;

    PreflightHandler(TopologySource source, PreflightChecks checks) {
        this.source = source;
        this.checks = checks;
    }

    @Override
    public Class<Preflight> stepType() {
        return Preflight.class;
    }

    @Override
    public Outcome advance(Preflight step, StepContext context) {
        Topology topology = source.observe(context.cluster());
        List<Finding> findings = checks.judge(topology, context.cluster());
        String blockers = findings.stream()
                .filter(finding -> finding.severity() == Finding.Severity.BLOCKER)
                .map(PreflightHandler::words)
                .collect(Collectors.joining(" "));
        if (!blockers.isEmpty()) {
            return new Outcome.Blocked(blockers, LOOK_AGAIN);
        }
        String seen = "Saw " + topology.members().size() + " nodes, "
                + topology.keyspaces().size() + " replicated keyspaces and no blocker";
        return new Outcome.Done(Stream.concat(
                        Stream.of(seen), findings.stream().map(finding -> finding.severity() + ": " + words(finding)))
                .toList());
    }

    private static String words(Finding finding) {
        return finding.subject() + ": " + finding.message() + " " + finding.remedy();
    }
}
