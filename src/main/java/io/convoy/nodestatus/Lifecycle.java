package io.convoy.nodestatus;

/** Where a node is in its life. */
public enum Lifecycle {
    PLANNED,
    PROVISIONING,
    PROVISIONED,
    JOINING,
    REBUILDING,
    RUNNING,
    DRAINING,
    LEAVING,
    STOPPED,
    DELETED,
    DEFERRED,
    FAILED,
    UNREACHABLE;

    /** Whether the cluster's other nodes count on such a node. */
    boolean isInService() {
        return switch (this) {
            case PLANNED, PROVISIONING, PROVISIONED, DELETED, DEFERRED -> false;
            case JOINING, REBUILDING, RUNNING, DRAINING, LEAVING, STOPPED, FAILED, UNREACHABLE -> true;
        };
    }
}
