package io.convoy.cassandra;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.convoy.base.ByteSize;
import io.convoy.base.Refusal;
import io.convoy.base.SecretReference;
import io.convoy.inventory.Cluster;
import io.convoy.inventory.Endpoint;
import io.convoy.inventory.Fleet;
import io.convoy.inventory.ImportFormat;
import io.convoy.inventory.InventoryExport;
import io.convoy.inventory.InventoryReader;
import io.convoy.lab.LabCluster;
import io.convoy.lab.TestLab;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Discovery reads a real cluster. */
class CassandraDiscoveryIT {

    private static LabCluster source;
    private static MoveRig rig;

    @BeforeAll
    static void startTheSource() {
        source = TestLab.source();
        rig = new MoveRig(TestLab.CLUSTER, source.addresses());
    }

    @AfterAll
    static void close() {
        rig.close();
    }

    @Test
    void aRunningClusterReadsBackAsAnInventoryFile() {
        Cluster found = new CassandraDiscovery(rig.links())
                .discover(door(Doors.NATIVE_PORT), Optional.of(new SecretReference("env:OPERATOR")));

        assertThat(found.profile().version()).isEqualTo("5.0.9");
        assertThat(found.profile().dataSize()).isPresent();
        assertThat(found.datacenters()).hasSize(1).first().satisfies(datacenter -> {
            assertThat(datacenter.name()).isEqualTo("dc_old");
            assertThat(datacenter.layout().nodeCount())
                    .isEqualTo(source.addresses().size());
        });
        String yaml = InventoryExport.yaml(new Fleet("found", List.of(found)));
        InventoryReader reader = new InventoryReader(ByteSize.parse("1MiB"));
        assertThat(reader.read(yaml.getBytes(UTF_8), ImportFormat.YAML, "").clusters())
                .containsExactly(found);
    }

    @Test
    void anAddressWhereNobodyAnswersIsRefusedWithItsName() {
        Endpoint nobody = door(Doors.NATIVE_PORT + 1);

        assertThatThrownBy(() -> new CassandraDiscovery(rig.links()).discover(nobody, Optional.empty()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(nobody.toString());
    }

    private static Endpoint door(int port) {
        return new Endpoint(source.addresses().get(1), port);
    }
}
