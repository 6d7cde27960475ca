package io.convoy.cassandra;

import io.convoy.hooks.NodeGuard;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.management.Attribute;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;

/**
 * The guardrails of one node that keep its tables: 4.1 knows the first, 5.0 all three. They bind neither superusers nor what
 * other nodes coordinate, and a restart of the node loses them.
 */
final class Guardrails {

    private static final ObjectName GUARDRAILS = StorageService.bean("org.apache.cassandra.db:type=Guardrails");
    private static final List<String> KEEPING_TABLES =
            List.of("DropTruncateTableEnabled", "DropKeyspaceEnabled", "AlterTableEnabled");

    private final JmxNode node;

    Guardrails(JmxNode node) {
        this.node = node;
    }

    NodeGuard look() {
        return node.ask(this::look);
    }

    /** Switches off what is on. */
    NodeGuard enforce() {
        return node.ask(beans -> {
            for (String name : known(beans)) {
                set(beans, name, false);
            }
            return look(beans);
        });
    }

    NodeGuard restore(List<NodeGuard.Setting> originals) {
        return node.ask(beans -> {
            List<String> known = known(beans);
            for (NodeGuard.Setting original : originals) {
                if (known.contains(original.name())) {
                    set(beans, original.name(), Boolean.parseBoolean(original.value()));
                }
            }
            return look(beans);
        });
    }

    private NodeGuard look(MBeanServerConnection beans) throws IOException, JMException {
        List<String> known = known(beans);
        if (known.isEmpty()) {
            String why = "its version has no guardrail against drops";
            return new NodeGuard(node.address(), false, List.of(), Optional.of(why));
        }
        List<NodeGuard.Setting> settings =
                beans.getAttributes(GUARDRAILS, known.toArray(String[]::new)).asList().stream()
                        .map(attribute -> new NodeGuard.Setting(
                                node.address(), attribute.getName(), String.valueOf(attribute.getValue())))
                        .toList();
        boolean enforced = settings.stream().allMatch(setting -> setting.value().equals("false"));
        return new NodeGuard(node.address(), enforced, settings, Optional.empty());
    }

    private static void set(MBeanServerConnection beans, String name, boolean value) throws IOException, JMException {
        beans.setAttribute(GUARDRAILS, new Attribute(name, value));
    }

    private static List<String> known(MBeanServerConnection beans) throws IOException, JMException {
        if (!beans.isRegistered(GUARDRAILS)) {
            return List.of();
        }
        List<String> writable = Arrays.stream(beans.getMBeanInfo(GUARDRAILS).getAttributes())
                .filter(MBeanAttributeInfo::isWritable)
                .map(MBeanAttributeInfo::getName)
                .toList();
        return KEEPING_TABLES.stream().filter(writable::contains).toList();
    }
}
