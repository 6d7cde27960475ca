package io.convoy.kafka;

import io.convoy.inventory.Access;
import io.convoy.inventory.KafkaSecurity;
import io.convoy.plan.Finding;
import io.convoy.plan.Finding.Severity;
import java.util.List;
import java.util.Optional;

/** What a planner says of how Convoy reaches a cluster. Pure. */
final class AccessFindings {

    private AccessFindings() {}

    /** @param shutOut why, where that takes a person to change */
    static Finding unseen(MovingNodes nodes, Optional<String> shutOut) {
        return new Finding(
                Severity.BLOCKER,
                "cluster",
                shutOut.map(why -> "Nobody could look at the cluster. " + why + ".")
                        .orElse("Nobody could look at the cluster."),
                shutOut.isPresent()
                        ? "Correct that, then plan again."
                        : "See that access.contactPoints can be reached from Convoy and speak "
                                + security(nodes).protocol() + " (access.securityProtocol), then plan again.");
    }

    static List<Finding> of(MovingNodes nodes) {
        boolean unused = nodes.cluster().access().flatMap(Access::credentials).isPresent()
                && !security(nodes).protocol().logsIn();
        return unused
                ? List.of(new Finding(
                        Severity.WARNING,
                        "access",
                        "access.credentials name a user, and by "
                                + security(nodes).protocol() + " nobody logs in.",
                        "Name access.securityProtocol SASL_SSL or SASL_PLAINTEXT and access.saslMechanism, or leave the"
                                + " credentials out."))
                : List.of();
    }

    private static KafkaSecurity security(MovingNodes nodes) {
        return nodes.cluster().access().flatMap(Access::security).orElse(KafkaSecurity.NONE);
    }
}
