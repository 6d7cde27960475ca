package io.convoy.plan;

import io.convoy.base.SecretReference;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Steps that any kind of cluster may need. */
public sealed interface GeneralStep extends Step {

    /** A person has answered this question with yes ({@code POST /runs/{id}/steps/{stepId}/confirmation}). */
    record Gate(String question) implements GeneralStep {}

    /**
     * The customer's own automation has been asked and has agreed: a signed POST to the URL (which may hold a token, hence a
     * reference) was answered with a 2xx other than "not yet".
     *
     * @param secret of the keys that sign; the server's own where empty
     */
    record Webhook(SecretReference url, Optional<SecretReference> secret, String purpose) implements GeneralStep {}

    /** Somebody has confirmed that from here on there is no way back but forward. */
    record PointOfNoReturn(String statement) implements GeneralStep {}

    /** These nodes' processes run, made by the provisioner with the software's own {@code settings}. */
    record ProvisionNodes(
            String datacenter, String software, String version, List<PlannedNode> nodes, Map<String, String> settings)
            implements GeneralStep {
        public ProvisionNodes {
            nodes = List.copyOf(nodes);
            settings = java.util.Collections.unmodifiableMap(new TreeMap<>(settings));
        }
    }

    /** These nodes' processes are gone, with their data. */
    record RetireNodes(String datacenter, String software, String version, List<PlannedNode> nodes)
            implements GeneralStep {
        public RetireNodes {
            nodes = List.copyOf(nodes);
        }
    }

    /** Nothing but so much time: it stands for the work on a cluster that does not exist. */
    record Pretend(String work, Duration lasting) implements GeneralStep {}
}
