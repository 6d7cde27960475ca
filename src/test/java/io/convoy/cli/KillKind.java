package io.convoy.cli;

import io.convoy.base.SecretReference;
import io.convoy.plan.GeneralStep.Gate;
import io.convoy.plan.GeneralStep.PointOfNoReturn;
import io.convoy.plan.GeneralStep.ProvisionNodes;
import io.convoy.plan.GeneralStep.RetireNodes;
import io.convoy.plan.GeneralStep.Webhook;
import io.convoy.plan.PlannedNode;
import io.convoy.plan.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Kinds of step, by what they do outside Convoy. */
enum KillKind {
    /** Tells a service something. */
    WEBHOOK,
    /** Runs a program that makes a node. */
    PROVISION,
    /** Runs a program that discards a node. */
    RETIRE,
    /** Tells a service something, on the way back. */
    WEBHOOK_UNDONE,
    /** Does nothing outside; a person has answered. */
    GATE,
    /** Does nothing outside; a person has answered, and there is no way back. */
    POINT_OF_NO_RETURN;

    Step step(String node) {
        List<PlannedNode> nodes =
                List.of(new PlannedNode(node, "rack1", Optional.of("127.0.7.1"), Optional.empty(), Optional.empty()));
        return switch (this) {
            case WEBHOOK, WEBHOOK_UNDONE -> webhook();
            case PROVISION -> new ProvisionNodes("dc_new", "cassandra", "5.0.9", nodes, Map.of());
            case RETIRE -> new RetireNodes("dc_old", "cassandra", "5.0.9", nodes);
            case GATE -> new Gate("Go?");
            case POINT_OF_NO_RETURN -> new PointOfNoReturn("No way back.");
        };
    }

    static Webhook webhook() {
        return new Webhook(new SecretReference("env:KILL_HOOK"), Optional.empty(), "Counts.");
    }

    boolean isUndone() {
        return this == WEBHOOK_UNDONE;
    }

    /** Whether anybody outside can hold Convoy up between the effect and its answer. */
    boolean acts() {
        return this != GATE && this != POINT_OF_NO_RETURN;
    }

    boolean asks() {
        return this == GATE || this == POINT_OF_NO_RETURN;
    }

    boolean calls() {
        return this == WEBHOOK || this == WEBHOOK_UNDONE;
    }
}
