package io.convoy.hooks;

import java.util.List;
import java.util.Optional;

/**
 * What one node enforces.
 *
 * @param node its address
 * @param settings each guardrail with its present value; empty where the node could not be asked
 * @param unreachable why it could not be asked
 */
public record NodeGuard(String node, boolean enforced, List<Setting> settings, Optional<String> unreachable) {

    public NodeGuard {
        settings = List.copyOf(settings);
    }

    /** One guardrail of one node, for example {@code DropTruncateTableEnabled=true}. */
    public record Setting(String node, String name, String value) {}
}
