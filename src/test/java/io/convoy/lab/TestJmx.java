package io.convoy.lab;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.management.Attribute;
import javax.management.JMException;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** Sets attributes of a lab's Cassandra nodes, as an operator would. */
public final class TestJmx {

    private TestJmx() {}

    /** At the senders, in MiB/s; 0 lifts it. */
    public static void throttleStreams(List<String> addresses, int mebibytesPerSecond) {
        for (String address : addresses) {
            set(address, "StorageService", "InterDCStreamThroughputMebibytesPerSec", mebibytesPerSecond);
            set(address, "StorageService", "EntireSSTableInterDCStreamThroughputMebibytesPerSec", mebibytesPerSecond);
        }
    }

    @SuppressWarnings("BanJNDI")
    public static void set(String address, String type, String attribute, Object value) {
        try (JMXConnector connector = JMXConnectorFactory.connect(
                new JMXServiceURL("service:jmx:rmi:///jndi/rmi://" + address + ":7199/jmxrmi"), Map.of())) {
            connector
                    .getMBeanServerConnection()
                    .setAttribute(
                            new ObjectName("org.apache.cassandra.db:type=" + type), new Attribute(attribute, value));
        } catch (IOException | JMException e) {
            throw new AssertionError("Could not set " + attribute + " of " + address, e);
        }
    }
}
