package io.convoy.cassandra;

import io.convoy.plan.Finding;
import java.util.List;
import java.util.stream.Stream;

/** Whether Convoy can always log in, and whether a freeze binds everybody. */
final class LoginChecks {

    private static final String DEFAULT_SUPERUSER = "cassandra";

    private LoginChecks() {}

    static List<PreflightCheck> all(PlanningPolicy policy) {
        return List.of(
                (move, topology) -> onlyTheDefault(topology, policy),
                (move, topology) -> superusersConnected(topology, policy));
    }

    private static Stream<Finding> onlyTheDefault(Topology topology, PlanningPolicy policy) {
        if (topology.superusers().isEmpty()) {
            return Stream.of(PreflightCheck.warning(
                    "roles",
                    "Convoy saw no superuser that can log in: either it may not read the roles, or logins are not checked.",
                    "Give a superuser under 'access.credentials' in the inventory; without one, Convoy can neither make its own"
                            + " nor change system_auth."));
        }
        boolean another = topology.superusers().stream().anyMatch(role -> !role.equals(DEFAULT_SUPERUSER));
        if (another) {
            return Stream.empty();
        }
        return Stream.of(PreflightCheck.warning(
                "roles",
                "There is no superuser but '" + DEFAULT_SUPERUSER
                        + "', which cannot log in while half of all replicas of" + " system_auth are away.",
                "Nothing to do: the plan makes the superuser '" + policy.superuser() + "' first. See that "
                        + policy.password() + " holds its password."));
    }

    private static Stream<Finding> superusersConnected(Topology topology, PlanningPolicy policy) {
        return topology.clients().stream()
                .filter(ClientConnection::superuser)
                .map(ClientConnection::username)
                .filter(role -> !role.equals(policy.superuser()))
                .distinct()
                .sorted()
                .map(
                        role -> PreflightCheck.warning(
                                "role " + role,
                                "Clients are connected as this superuser. Guardrails do not bind superusers, and REVOKE does not"
                                        + " either: a DROP TABLE of theirs during the freeze fails the rebuild, a TRUNCATE brings rows"
                                        + " back.",
                                "Give these clients a role without SUPERUSER and with the permissions that they need, or have them"
                                        + " ask Convoy for a permit before each drop, or stop them for the time of the freeze."));
    }
}
