package io.convoy.lab;

import java.util.Map;
import javax.management.Attribute;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** Sets attributes of a lab's nodes, as an operator would. */
public final class TestJmx {

    private TestJmx() {}

    @SuppressWarnings("BanJNDI")
    public static void set(String address, String bean, String attribute, Object value) throws Exception {
        JMXServiceURL url = new JMXServiceURL("service:jmx:rmi:///jndi/rmi://" + address + ":7199/jmxrmi");
        try (JMXConnector connector = JMXConnectorFactory.connect(url, Map.of())) {
            connector.getMBeanServerConnection().setAttribute(new ObjectName(bean), new Attribute(attribute, value));
        }
    }
}
