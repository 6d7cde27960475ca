package io.convoy.hooks;

import io.convoy.base.ClusterName;
import io.convoy.base.RunId;
import io.convoy.base.StepId;

/**
 * What a customer's automation is told.
 *
 * @param id the same each time that the same question is asked, so that the receiver can tell a repetition
 */
public record WebhookCall(String id, ClusterName cluster, RunId run, StepId step, String purpose) {

    public static WebhookCall of(ClusterName cluster, RunId run, StepId step, String purpose) {
        return new WebhookCall(run + "/" + step, cluster, run, step, purpose);
    }
}
