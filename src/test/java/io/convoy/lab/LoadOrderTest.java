package io.convoy.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.convoy.base.ByteSize;
import org.junit.jupiter.api.Test;

class LoadOrderTest {

    @Test
    void theTotalCountsReplicas() {
        LoadOrder order = LoadOrder.of("shop", 2, "dc_old", ByteSize.parse("96MiB"));

        assertThat(order.keyspaces()).extracting(KeyspaceLayout::name).containsExactly("shop_1", "shop_2");
        assertThat(order.rows() * LoadOrder.ROW_BYTES * 3)
                .isEqualTo(ByteSize.parse("96MiB").bytes());
    }

    @Test
    void aKeyspaceSaysItsReplicationInCql() {
        assertThat(KeyspaceLayout.inDatacenter("shop", "dc_old", 3).createStatement())
                .isEqualTo("CREATE KEYSPACE IF NOT EXISTS shop WITH replication ="
                        + " {'class': 'NetworkTopologyStrategy', 'dc_old': 3}");
        assertThat(new KeyspaceLayout.Simple("old", 2).replication())
                .isEqualTo("{'class': 'SimpleStrategy', 'replication_factor': 2}");
    }
}
