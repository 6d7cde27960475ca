package io.convoy.lab;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.rmi.registry.LocateRegistry;
import java.rmi.registry.Registry;
import java.rmi.server.RMIServerSocketFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.management.remote.JMXServiceURL;
import javax.management.remote.rmi.RMIConnectorServer;
import javax.management.remote.rmi.RMIJRMPServerImpl;

/**
 * The first class of a lab's Kafka process: formats the node's storage, unless that was done before, then becomes the
 * server. It runs without Convoy's class path, so it uses the JDK only and is one class without inner ones.
 */
public final class KafkaStarter {

    private KafkaStarter() {}

    /** Takes the file that formatted storage has, the server's properties, and what else the storage tool is to be told. */
    public static void main(String[] arguments) throws Exception {
        String jmx = System.getProperty("convoy.jmx");
        if (jmx != null) {
            openJmx(jmx.replaceFirst(":.*", ""), Integer.parseInt(jmx.replaceFirst(".*:", "")));
        }
        try {
            // The storage tool writes that file last, so half of a format is done again.
            if (Files.notExists(Path.of(arguments[0]))) {
                format(arguments[1], Arrays.asList(arguments).subList(2, arguments.length));
            }
            Class.forName("kafka.Kafka").getMethod("main", String[].class).invoke(null, (Object)
                    new String[] {arguments[1]});
        } catch (InvocationTargetException e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    /** As {@link LoopbackDaemon} does, and for the same reason: on the node's own address and nowhere else. */
    @SuppressWarnings("BanJNDI")
    private static void openJmx(String address, int port) throws Exception {
        System.setProperty("java.rmi.server.hostname", address);
        RMIServerSocketFactory sockets = wanted -> new ServerSocket(wanted, 0, InetAddress.getByName(address));
        Registry registry = LocateRegistry.createRegistry(port, null, sockets);
        RMIJRMPServerImpl server = new RMIJRMPServerImpl(port, null, sockets, Map.of());
        JMXServiceURL url = new JMXServiceURL("rmi", address, port);
        new RMIConnectorServer(url, Map.of(), server, ManagementFactory.getPlatformMBeanServer()).start();
        registry.bind("jmxrmi", server.toStub());
    }

    private static void format(String properties, List<String> rest) throws ReflectiveOperationException {
        List<String> words = new ArrayList<>(List.of("format", "--ignore-formatted", "--config", properties));
        words.addAll(rest);
        Object status = Class.forName("kafka.tools.StorageTool")
                .getMethod("execute", String[].class, PrintStream.class)
                .invoke(null, words.toArray(new String[0]), System.out);
        if (!Integer.valueOf(0).equals(status)) {
            System.exit(1);
        }
    }
}
