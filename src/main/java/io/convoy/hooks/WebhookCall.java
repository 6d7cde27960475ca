package io.convoy.hooks;

import io.convoy.base.ClusterName;
import io.convoy.base.RunId;
import io.convoy.base.StepId;
import java.util.Map;
import java.util.Optional;

/**
 * The question whether a step of a run may be taken, or taken back.
 *
 * @param direction {@code forward}, or {@code back} for the undo of a step
 * @param purpose what the receiver is asked to do or to allow
 */
public record WebhookCall(ClusterName cluster, RunId run, StepId step, String direction, String purpose) {

    static final String TYPE = "io.convoy.step.asked";

    /** The same each time that the same question is asked, also by another attempt and after a restart. */
    String id() {
        return run + "/" + step + "/" + direction;
    }

    HookEvent event() {
        return new HookEvent(
                id(),
                TYPE,
                cluster.value(),
                Optional.empty(),
                Optional.of(run),
                Optional.of(step),
                Map.of(
                        "cluster", cluster.value(),
                        "run", run.toString(),
                        "step", step.value(),
                        "direction", direction,
                        "purpose", purpose));
    }
}
