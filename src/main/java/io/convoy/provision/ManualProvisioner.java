package io.convoy.provision;

import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Map;

/** People start and stop the nodes; Convoy tells them what it waits for, and sees by the node's port whether it is there. */
@Singleton
@Identifier("manual")
class ManualProvisioner implements Provisioner {

    private static final Map<String, Integer> PORTS =
            Map.of("cassandra", 9042, "kafka", 9092, "zookeeper", 2181, "mirror-maker", 8083);

    private final ProvisionSettings settings;

    ManualProvisioner(ProvisionSettings settings) {
        this.settings = settings;
    }

    @Override
    public ProvisionState look(NodeOrder order) {
        if (order.address().isEmpty()) {
            return new ProvisionState.Failed("Node " + order.node()
                    + " has no address in the inventory: name it there, so that Convoy can see the node when it is up");
        }
        String address = order.address().get();
        return answers(address, order.software()) ? new ProvisionState.Present(address) : new ProvisionState.Absent();
    }

    @Override
    public ProvisionState provide(NodeOrder order) {
        ProvisionState seen = look(order);
        return seen instanceof ProvisionState.Absent
                ? new ProvisionState.Underway(
                        "Start " + order.software() + " " + order.version() + " as " + order.node()
                                + " in " + order.placement().datacenter() + "/"
                                + order.placement().rack() + " with " + order.settings())
                : seen;
    }

    @Override
    public ProvisionState stop(NodeOrder order) {
        ProvisionState seen = look(order);
        return seen instanceof ProvisionState.Present
                ? new ProvisionState.Underway("Stop " + order.node() + " and keep its data")
                : seen;
    }

    @Override
    public ProvisionState retire(NodeOrder order) {
        ProvisionState seen = look(order);
        return seen instanceof ProvisionState.Present
                ? new ProvisionState.Underway("Stop " + order.node() + " and discard it with its data")
                : seen;
    }

    private boolean answers(String address, String software) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, PORTS.getOrDefault(software, 9042)), (int)
                    settings.connectTimeout().toMillis());
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
