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
    UNREACHABLE
}
