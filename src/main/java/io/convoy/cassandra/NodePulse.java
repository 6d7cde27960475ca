package io.convoy.cassandra;

import java.util.List;

/**
 * What a node itself says within a moment.
 *
 * @param mode Cassandra's OperationMode; empty where JMX is silent
 * @param streams those that run now, on either side
 * @param silence why JMX is silent
 */
record NodePulse(String mode, String schemaVersion, List<StreamPlan> streams, String silence) {

    NodePulse {
        streams = List.copyOf(streams);
    }

    static NodePulse silent(String why) {
        return new NodePulse("", "", List.of(), why);
    }

    static NodePulse of(String address, ClusterLink link) {
        StorageService jmx = link.jmx(address);
        return new NodePulse(jmx.operationMode(), jmx.schemaVersion(), running(address, link), "");
    }

    boolean isSilent() {
        return mode.isEmpty();
    }

    /** No process listens, while its machine does answer. */
    boolean isRefused() {
        return isSilent() && silence.contains("refused");
    }

    // A node whose datacenter has no replica of system_auth yet lets nobody in, and no version before 4.1 has the view.
    private static List<StreamPlan> running(String address, ClusterLink link) {
        try {
            return new NodeViews(link.cql(address))
                    .streams().stream().filter(StreamPlan::isRunning).toList();
        } catch (UnreachableException | NodeRefusedException e) {
            return List.of();
        }
    }
}
