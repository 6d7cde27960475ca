package io.convoy.hooks;

import java.util.List;
import java.util.stream.Collectors;

/** How far bringing a freeze about, or ending it, has come. */
public sealed interface FreezeProgress {

    /** Whether what was asked for is so; otherwise ask again in a while. */
    boolean isReached();

    /** One line for people. */
    String describe();

    /** No new permit is granted any more; these have yet to be given back or to expire. */
    record WaitingForPermits(List<Permit> permits) implements FreezeProgress {
        public WaitingForPermits {
            permits = List.copyOf(permits);
        }

        @Override
        public boolean isReached() {
            return false;
        }

        @Override
        public String describe() {
            return "Waiting for " + permits.size() + " permits to be given back or to expire: "
                    + permits.stream().map(WaitingForPermits::describe).collect(Collectors.joining("; "));
        }

        private static String describe(Permit permit) {
            return permit.holder() + " until " + permit.expiresAt() + " for '" + permit.purpose() + "'";
        }
    }

    /** These nodes do not refuse drops, or could not be asked; the others do. */
    record NotEnforced(List<NodeGuard> nodes) implements FreezeProgress {
        public NotEnforced {
            nodes = List.copyOf(nodes);
        }

        @Override
        public boolean isReached() {
            return false;
        }

        @Override
        public String describe() {
            return nodes.isEmpty() ? "No node of the cluster was found" : "Not frozen yet: " + named(nodes);
        }
    }

    /** Every node refuses drops. */
    record Enforced(List<NodeGuard> nodes) implements FreezeProgress {
        public Enforced {
            nodes = List.copyOf(nodes);
        }

        @Override
        public boolean isReached() {
            return true;
        }

        @Override
        public String describe() {
            return nodes.size() + " nodes refuse drops and truncations: " + named(nodes);
        }
    }

    /** These nodes were reached and still have other settings than their own; the freeze stands until they have them. */
    record NotReleased(List<NodeGuard> nodes) implements FreezeProgress {
        public NotReleased {
            nodes = List.copyOf(nodes);
        }

        @Override
        public boolean isReached() {
            return false;
        }

        @Override
        public String describe() {
            return "Still frozen: " + named(nodes);
        }
    }

    /**
     * The freeze is over.
     *
     * @param unreachable nodes that could not be asked; a restart takes the freeze from them, and those that come back
     *     without one are seen to later
     */
    record Released(List<NodeGuard> unreachable) implements FreezeProgress {
        public Released {
            unreachable = List.copyOf(unreachable);
        }

        @Override
        public boolean isReached() {
            return true;
        }

        @Override
        public String describe() {
            return unreachable.isEmpty()
                    ? "Every node has its own settings again"
                    : "Every node that could be reached has its own settings again; not reached: " + named(unreachable);
        }
    }

    private static String named(List<NodeGuard> nodes) {
        return nodes.stream()
                .map(node -> node.unreachable()
                        .map(why -> node.node() + " (not reached: " + why + ")")
                        .orElse(node.node()))
                .collect(Collectors.joining(", "));
    }
}
