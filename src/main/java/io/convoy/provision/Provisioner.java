package io.convoy.provision;

/**
 * Makes nodes come up and go away. Every call looks first, does at most the next missing piece and returns quickly; calling
 * one twice equals calling it once. A node's identity is (cluster, node name).
 */
public interface Provisioner {

    /** What is there now, changing nothing. */
    ProvisionState look(NodeOrder order);

    /** Brings the node nearer to running. */
    ProvisionState provide(NodeOrder order);

    /** Stops the node's process and keeps its data, for a node that a rollback may want again. */
    ProvisionState stop(NodeOrder order);

    /** Stops the node and discards it with its data. */
    ProvisionState retire(NodeOrder order);
}
