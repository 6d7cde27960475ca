package io.convoy.lab;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.rmi.registry.LocateRegistry;
import java.rmi.registry.Registry;
import java.rmi.server.RMIServerSocketFactory;
import java.util.Map;
import javax.management.remote.JMXServiceURL;
import javax.management.remote.rmi.RMIConnectorServer;
import javax.management.remote.rmi.RMIJRMPServerImpl;

/**
 * The first class of a lab's server process: opens JMX on the node's own address and nowhere else, then becomes the server.
 * Cassandra's own JMX binds 127.0.0.1 or every address, and the JDK's agent opens a second, random port on every address.
 * It runs without Convoy's class path, so it uses the JDK only and is one class without inner ones.
 */
public final class LoopbackDaemon implements RMIServerSocketFactory {

    private final InetAddress address;

    private LoopbackDaemon(InetAddress address) {
        this.address = address;
    }

    /** Takes the address, the JMX port and the server's main class. */
    public static void main(String[] arguments) throws Exception {
        String address = arguments[0];
        int port = Integer.parseInt(arguments[1]);
        openJmx(address, port);
        // Tells Cassandra that somebody else has opened JMX (CASSANDRA-11540). On the command line it would start the
        // agent.
        System.setProperty("com.sun.management.jmxremote.port", arguments[1]);
        try {
            Class.forName(arguments[2]).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        } catch (ReflectiveOperationException e) {
            // Nobody else would end the process: JMX keeps it alive.
            e.printStackTrace();
            System.exit(1);
        }
    }

    @SuppressWarnings("BanJNDI")
    private static void openJmx(String address, int port) throws Exception {
        System.setProperty("java.rmi.server.hostname", address);
        LoopbackDaemon sockets = new LoopbackDaemon(InetAddress.getByName(address));
        Registry registry = LocateRegistry.createRegistry(port, null, sockets);
        RMIJRMPServerImpl server = new RMIJRMPServerImpl(port, null, sockets, Map.of());
        JMXServiceURL url = new JMXServiceURL("rmi", address, port);
        new RMIConnectorServer(url, Map.of(), server, ManagementFactory.getPlatformMBeanServer()).start();
        registry.bind("jmxrmi", server.toStub());
    }

    @Override
    public ServerSocket createServerSocket(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.bind(new InetSocketAddress(address, port));
        return socket;
    }
}
