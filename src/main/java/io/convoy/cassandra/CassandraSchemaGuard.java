package io.convoy.cassandra;

import io.convoy.hooks.NodeGuard;
import io.convoy.hooks.SchemaGuard;
import io.convoy.inventory.Cluster;
import io.convoy.inventory.Kind;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Guards tables by the guardrails of every node: a coordinator only knows its own. */
@Singleton
final class CassandraSchemaGuard implements SchemaGuard {

    private final CassandraLinks links;

    CassandraSchemaGuard(CassandraLinks links) {
        this.links = links;
    }

    @Override
    public boolean guards(Cluster cluster) {
        return cluster.kind() == Kind.CASSANDRA;
    }

    @Override
    public List<NodeGuard> enforce(Cluster cluster) {
        return onEveryNode(cluster, Guardrails::enforce);
    }

    @Override
    public List<NodeGuard> restore(Cluster cluster, List<NodeGuard.Setting> originals) {
        ClusterLink link = links.to(cluster);
        return onEveryNode(link, address -> new Guardrails(link.jmxNode(address))
                .restore(originals.stream()
                        .filter(setting -> setting.node().equals(address))
                        .toList()));
    }

    @Override
    public List<NodeGuard> look(Cluster cluster) {
        return onEveryNode(cluster, Guardrails::look);
    }

    private List<NodeGuard> onEveryNode(Cluster cluster, Function<Guardrails, NodeGuard> act) {
        ClusterLink link = links.to(cluster);
        return onEveryNode(link, address -> act.apply(new Guardrails(link.jmxNode(address))));
    }

    private List<NodeGuard> onEveryNode(ClusterLink link, Function<String, NodeGuard> act) {
        Ring ring = Ring.read(link.anyCql());
        link.remember(ring.doors());
        NodeAnswers<NodeGuard> answers = NodeAnswers.ask(ring.addresses(), act, links.threads());
        return ring.addresses().stream()
                .map(address ->
                        Optional.ofNullable(answers.given().get(address)).orElseGet(() -> silent(address, answers)))
                .toList();
    }

    private static NodeGuard silent(String address, NodeAnswers<NodeGuard> answers) {
        return new NodeGuard(
                address, false, List.of(), Optional.ofNullable(answers.silent().get(address)));
    }
}
