package io.convoy.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.convoy.PostgresForTests;
import io.convoy.audit.AuditEntry;
import io.convoy.audit.AuditLog;
import io.convoy.base.Actor;
import io.convoy.base.ClusterName;
import io.convoy.base.Digest;
import io.convoy.base.Problem;
import io.convoy.base.Refusal;
import io.convoy.inventory.InventoryImport.ChangedCluster;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class InventoryImportsTest {

    private static final Actor ANN = new Actor("ann");

    private static final String FLEET = """
            apiVersion: convoy/v1
            kind: Inventory
            fleet: %1$s
            defaults: {version: {cassandra: 4.1.10, kafka: 3.9.2}, provider: aws, region: us-east-1}
            clusters:
              - name: %1$s-orders
                kind: cassandra
                tier: gold
                datacenters:
                  - name: dc1
                    racks: [{name: a, nodes: 3, nodeSize: r6g.xlarge}]
              - name: %1$s-clicks
                kind: kafka
                datacenters:
                  - name: dc1
                    provider: gcp
                    region: us-east1
                    racks: [{name: b, nodes: 3}]
            """;

    private final InventoryImports imports;
    private final InventoryStore store;
    private final AuditLog audit;

    InventoryImportsTest(InventoryImports imports, InventoryStore store, AuditLog audit) {
        this.imports = imports;
        this.store = store;
        this.audit = audit;
    }

    @Test
    void aFirstImportAddsEveryCluster() {
        InventoryImport result = run(fleet("first"));

        assertThat(result.added()).extracting(ClusterName::value).containsExactly("first-orders", "first-clicks");
        assertThat(result.changed()).isEmpty();
        assertThat(result.removed()).isEmpty();
        assertThat(result.unchanged()).isZero();
        StoredCluster stored = store.get(new ClusterName("first-orders"));
        assertThat(stored.fleet()).isEqualTo("first");
        assertThat(stored.cluster().tier()).isEqualTo("gold");
        assertThat(stored.cluster()
                        .datacenters()
                        .get(0)
                        .nodeNames(stored.cluster().name()))
                .containsExactly("first-orders-dc1-a-1", "first-orders-dc1-a-2", "first-orders-dc1-a-3");
        assertThat(stored.digest())
                .isEqualTo(ClusterDocument.of(stored.cluster()).digest());
        assertThat(store.digests()).containsEntry(new ClusterName("first-orders"), stored.digest());
    }

    @Test
    void theSameFileAgainWritesNothing() {
        run(fleet("again"));
        StoredCluster before = store.get(new ClusterName("again-orders"));
        int entries = audited("again").size();

        InventoryImport result = run(fleet("again"));

        assertThat(result.changesNothing()).isTrue();
        assertThat(result.unchanged()).isEqualTo(2);
        assertThat(store.get(new ClusterName("again-orders"))).isEqualTo(before);
        assertThat(audited("again")).hasSize(entries).hasSize(1);
    }

    @Test
    void aChangeNamesTheFactsThatAreNew() {
        run(fleet("facts"));
        Digest before = store.get(new ClusterName("facts-orders")).digest();

        InventoryImport result = run(
                fleet("facts").replace("tier: gold", "tier: silver").replace("name: a, nodes: 3", "name: a, nodes: 4"));

        ChangedCluster changed = result.changed().get(0);
        assertThat(changed.name().value()).isEqualTo("facts-orders");
        assertThat(changed.facts())
                .extracting(FactChange::toString)
                .containsExactly("tier: gold → silver", "datacenters.dc1.racks.a.nodes: 3 → 4");
        assertThat(result.unchanged()).isEqualTo(1);
        StoredCluster after = store.get(new ClusterName("facts-orders"));
        assertThat(after.digest()).isNotEqualTo(before);
        assertThat(after.cluster().nodeCount()).isEqualTo(4);
    }

    @Test
    void whatTheFileNoLongerNamesIsRemoved() {
        String file = fleet("gone");
        run(file);

        InventoryImport result = run(file.substring(0, file.indexOf("  - name: gone-clicks")));

        assertThat(result.removed()).extracting(ClusterName::value).containsExactly("gone-clicks");
        assertThat(store.find(new ClusterName("gone-clicks"))).isEmpty();
        assertThat(store.find(new ClusterName("gone-orders"))).isPresent();
    }

    @Test
    void aPreviewStoresNothing() {
        InventoryImport result = imports.preview(ImportFormat.YAML, bytes(fleet("preview")), Optional.empty());

        assertThat(result.dryRun()).isTrue();
        assertThat(result.added()).hasSize(2);
        assertThat(store.find(new ClusterName("preview-orders"))).isEmpty();
        assertThat(audited("preview")).isEmpty();
    }

    @Test
    void aPreviewOfAChangeLeavesTheClusterAsItWas() {
        run(fleet("glance"));

        InventoryImport result =
                imports.preview(ImportFormat.YAML, bytes(fleet("glance").replace("gold", "bronze")), Optional.empty());

        assertThat(result.changed()).hasSize(1);
        assertThat(store.get(new ClusterName("glance-orders")).cluster().tier()).isEqualTo("gold");
    }

    @Test
    void aFileWithAProblemStoresNoneOfIt() {
        String file = fleet("broken").replace("kind: kafka", "kind: kafkaesque");

        assertThatThrownBy(() -> run(file)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID);
            assertThat(refusal.problems()).hasSize(1);
        });
        assertThat(store.find(new ClusterName("broken-orders"))).isEmpty();
        assertThat(audited("broken")).isEmpty();
    }

    @Test
    void aClusterOfAnotherFleetIsNotTaken() {
        run(fleet("mine"));

        String theirs = fleet("mine").replace("fleet: mine", "fleet: theirs");

        assertThatThrownBy(() -> run(theirs))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.problems())
                        .extracting(Problem::pointer)
                        .containsExactly("/clusters/0/name", "/clusters/1/name"));
        assertThat(store.get(new ClusterName("mine-orders")).fleet()).isEqualTo("mine");
    }

    @Test
    void anImportIsAuditedWithItsFileAndItsNames() {
        run(fleet("told"));

        AuditEntry entry = audited("told").get(0);

        assertThat(entry.act().actor()).isEqualTo(ANN);
        assertThat(entry.act().act()).isEqualTo("inventory.imported");
        assertThat(entry.act().details())
                .contains(Digest.of(fleet("told")).value())
                .contains("\"added\":[\"told-orders\",\"told-clicks\"]");
    }

    @Test
    void clustersAreFoundByKindPlaceAndText() {
        run(fleet("query"));

        assertThat(names(new ClusterQuery(Optional.of(Kind.KAFKA), Optional.empty(), Optional.empty(), text("query-"))))
                .containsExactly("query-clicks");
        assertThat(names(new ClusterQuery(
                        Optional.empty(), Optional.of("gcp"), Optional.of("us-east1"), text("QUERY-"))))
                .containsExactly("query-clicks");
        assertThat(names(new ClusterQuery(
                        Optional.empty(), Optional.of("gcp"), Optional.of("us-east-1"), text("query-"))))
                .isEmpty();
        assertThat(names(new ClusterQuery(Optional.empty(), Optional.empty(), Optional.empty(), text("query-"))))
                .containsExactly("query-clicks", "query-orders");
    }

    @Test
    void anUnknownClusterIsNotFound() {
        assertThatThrownBy(() -> store.get(new ClusterName("nobody")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
    }

    private List<String> names(ClusterQuery query) {
        return store.matching(query).stream()
                .map(cluster -> cluster.name().value())
                .toList();
    }

    private static Optional<String> text(String text) {
        return Optional.of(text);
    }

    private List<AuditEntry> audited(String fleet) {
        return audit.list(0, 100, Optional.of("fleet:" + fleet));
    }

    private InventoryImport run(String file) {
        return imports.run(ANN, ImportFormat.YAML, bytes(file), Optional.empty());
    }

    private static String fleet(String name) {
        return FLEET.formatted(name);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
