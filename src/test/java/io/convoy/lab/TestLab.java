package io.convoy.lab;

import io.convoy.base.ClusterName;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The one lab of a test JVM: a source cluster that tests share, started when first asked for and ended with the JVM. */
public final class TestLab {

    public static final ClusterName CLUSTER = new ClusterName("orders");
    public static final DatacenterLayout SOURCE = DatacenterLayout.first(CLUSTER.value(), "dc_old", "127.11.1", 3);

    /** Where its target datacenter belongs: {@link #lab()}{@code .cassandra(CLUSTER, TARGET.orders())}, or the provisioner. */
    public static final DatacenterLayout TARGET = SOURCE.beside("dc_new", "127.11.2", 3);

    private static @Nullable Lab lab;
    private static @Nullable LabCluster source;

    private TestLab() {}

    /** The lab, with no data of earlier runs. */
    public static synchronized Lab lab() {
        Lab opened = lab;
        if (opened == null) {
            opened = Lab.open(LabHome.standard(), Path.of("target", "lab"));
            opened.clear();
            lab = opened;
        }
        return opened;
    }

    /** The running source cluster: 3 nodes of {@code dc_old} on 127.11.1.1 to .3. */
    public static synchronized LabCluster source() {
        LabCluster running = source;
        if (running == null) {
            running = lab().cassandra(CLUSTER, SOURCE.orders());
            running.start();
            LabAccounts.create(running, SOURCE.datacenter());
            source = running;
        }
        return running;
    }

    /** Stops the shared source, for a test that runs a cluster of its own; who asks for it next starts it again. */
    public static synchronized void rest() {
        LabCluster running = source;
        if (running != null) {
            running.nodes().forEach(LabNode::stop);
            source = null;
        }
    }

    /** The running nodes of the target datacenter: as many as asked, of {@code dc_new} on 127.11.2.1 and on. */
    public static LabCluster target(int nodes) {
        source();
        LabCluster target = lab().cassandra(CLUSTER, TARGET.orders().subList(0, nodes));
        target.start();
        return target;
    }

    /** Provisions nodes beside the source, as the server would. */
    public static LabProvisioner provisioner() {
        return lab().provisioner();
    }

    /** A superuser's way in, through the source. */
    public static ClientRoute operator() {
        return LabAccounts.operator(SOURCE.addresses(), SOURCE.datacenter());
    }

    /** An ordinary role's way in, through the source. */
    public static ClientRoute application() {
        return LabAccounts.application(SOURCE.addresses(), SOURCE.datacenter());
    }
}
