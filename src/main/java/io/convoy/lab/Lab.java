package io.convoy.lab;

import io.convoy.base.ClusterName;
import io.convoy.provision.NodeOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A lab that this process owns: it ends every node in the lab's directory when it closes, whoever started the node, also
 * on Ctrl-C. Should it be killed, the next owner of any lab with the same home ends what it left.
 */
public final class Lab implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Lab.class);

    private final LabHome home;
    private final LabDirectory directory;
    private final Thread atExit;

    private Lab(LabHome home, LabDirectory directory) {
        this.home = home;
        this.directory = directory;
        this.atExit = new Thread(this::endNodes, "lab-end");
    }

    /** Takes the lab over, ending what dead owners left; throws {@link LabException} while another owner lives. */
    public static Lab open(LabHome home, Path root) {
        LabDirectory directory = new LabDirectory(root);
        LabRegister register = new LabRegister(home);
        register.sweep();
        FileGuard.holding(directory.owner(), () -> own(directory));
        register.add(directory);
        Lab lab = new Lab(home, directory);
        Runtime.getRuntime().addShutdownHook(lab.atExit);
        lab.endNodes();
        return lab;
    }

    private static void own(LabDirectory directory) {
        Optional<RecordedProcess> owner = StoredFile.read(directory.owner(), RecordedProcess.class);
        if (owner.filter(RecordedProcess::isAlive).isPresent()) {
            throw new LabException("The lab in %s belongs to process %d, which runs; end it or use another directory"
                    .formatted(directory.root(), owner.get().pid()));
        }
        StoredFile.replace(directory.owner(), RecordedProcess.current());
    }

    public LabHome home() {
        return home;
    }

    public LabDirectory directory() {
        return directory;
    }

    /** Describes a cluster's nodes and starts none. Orders without an address get one; data of an earlier run is used again. */
    public LabCluster cassandra(ClusterName name, List<NodeOrder> orders) {
        return cluster(name, orders);
    }

    /** As {@link #cassandra}, for brokers and controllers. */
    public LabCluster kafka(ClusterName name, List<NodeOrder> orders) {
        return cluster(name, orders);
    }

    /** The servers of a ZooKeeper ensemble; its name is that of the cluster in whose directory they are kept. */
    public LabCluster zookeeper(ClusterName name, List<NodeOrder> orders) {
        return cluster(name, orders);
    }

    private LabCluster cluster(ClusterName name, List<NodeOrder> orders) {
        return new LabCluster(
                name, home, orders.stream().map(directory::nodeFor).toList());
    }

    /** A provisioner of nodes in this lab; one in another process with the same directory does as well. */
    public LabProvisioner provisioner() {
        return new LabProvisioner(home, directory.root());
    }

    /** Ends every node and deletes all that the lab has. */
    public void clear() {
        directory.nodes().forEach(LabNode::retire);
    }

    /** Ends every node; data stays. */
    @Override
    public void close() {
        endNodes();
        StoredFile.deleteTree(directory.owner());
        new LabRegister(home).remove(directory);
        Runtime.getRuntime().removeShutdownHook(atExit);
    }

    private void endNodes() {
        endNodes(directory);
    }

    /** All at once and hard: a server's own way takes several seconds a node, and the lab's data is of no value. */
    static void endNodes(LabDirectory directory) {
        directory.nodes().parallelStream().filter(LabNode::isRunning).forEach(node -> {
            LOG.info("Ending {}", node);
            node.process().kill();
        });
    }
}
