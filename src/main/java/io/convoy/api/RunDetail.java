package io.convoy.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.convoy.execution.RunReport;
import java.time.Instant;
import java.util.List;

/** A run with each of its steps. */
public record RunDetail(@JsonUnwrapped RunSummary summary, List<StepView> steps) {

    public RunDetail {
        steps = List.copyOf(steps);
    }

    static RunDetail of(RunReport report, Instant now) {
        return new RunDetail(
                RunSummary.of(report.run()),
                report.steps().stream().map(step -> StepView.of(step, now)).toList());
    }
}
