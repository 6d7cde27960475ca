package io.convoy.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class CassandraYamlTest {

    private static final NodeDirectory DIRECTORY = new NodeDirectory(Path.of("/labs/my \"own\" lab/orders/orders-1"));

    @Test
    void aNodeListensOnItsOwnAddressWithStandardPorts() {
        Map<String, Object> yaml = render(Map.of("cluster_name", "orders", "seeds", "127.11.1.1,127.11.1.2"));

        assertThat(yaml)
                .containsEntry("cluster_name", "orders")
                .containsEntry("listen_address", "127.11.1.3")
                .containsEntry("rpc_address", "127.11.1.3")
                .containsEntry("native_transport_port", 9042)
                .containsEntry("storage_port", 7000)
                .containsEntry("authenticator", "PasswordAuthenticator")
                .containsEntry("auto_bootstrap", false)
                .containsEntry("hints_directory", "/labs/my \"own\" lab/orders/orders-1/data/hints");
        assertThat(yaml).extractingByKey("seed_provider").asString().contains("127.11.1.1,127.11.1.2");
    }

    @Test
    void aSettingOverridesWhatTheLabWouldWrite() {
        Map<String, Object> yaml = render(Map.of(
                "endpoint_snitch", "SimpleSnitch", "num_tokens", "16", "initial_token", "-5, 7", "role_manager", "{}"));

        assertThat(yaml)
                .containsEntry("endpoint_snitch", "SimpleSnitch")
                .containsEntry("num_tokens", 16)
                .containsEntry("initial_token", "-5, 7")
                .containsEntry("role_manager", Map.of());
    }

    @Test
    void javaPropertiesAndSeedsAreNoKeysOfTheYaml() {
        Map<String, Object> yaml = render(Map.of("-Dcassandra.reset_bootstrap_progress", "true", "seeds", "127.1.1.1"));

        assertThat(yaml).doesNotContainKeys("seeds", "-Dcassandra.reset_bootstrap_progress");
    }

    @Test
    void nodesThatStartAtOnceDoNotAllocateTheSameTokens() {
        assertThat(render(Map.of())).doesNotContainKey("allocate_tokens_for_local_replication_factor");
    }

    @Test
    void hintsAreLeftAsUsersHaveThem() {
        assertThat(render(Map.of())).doesNotContainKey("hinted_handoff_enabled");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> render(Map<String, String> settings) {
        LabNode.Description node =
                new LabNode.Description("orders", "orders-3", "dc_old", "r3", "127.11.1.3", "5.0.9", settings);
        String yaml = CassandraYaml.render(node, DIRECTORY);
        List<Object> documents = new java.util.ArrayList<>();
        new Load(LoadSettings.builder().build()).loadAllFromString(yaml).forEach(documents::add);
        return (Map<String, Object>) documents.get(0);
    }
}
