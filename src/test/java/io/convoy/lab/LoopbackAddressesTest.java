package io.convoy.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoopbackAddressesTest {

    @Test
    void aNodeStandsBesideItsDatacenter() {
        LoopbackAddresses addresses = new LoopbackAddresses(
                List.of(node("orders", "dc_new", "127.11.2.1"), node("orders", "dc_old", "127.11.1.1")));

        assertThat(addresses.assign("orders", "dc_new", List.of())).isEqualTo("127.11.2.2");
        assertThat(addresses.assign("orders", "dc_old", List.of())).isEqualTo("127.11.1.2");
    }

    @Test
    void aNewDatacenterGetsABlockThatNeitherNodesNorSeedsUse() {
        LoopbackAddresses addresses = new LoopbackAddresses(List.of(node("orders", "dc_old", "127.11.1.1")));

        assertThat(addresses.assign("orders", "dc_new", List.of("127.11.2.1", "seed.example")))
                .isEqualTo("127.11.3.1");
    }

    @Test
    void aClusterThatTheLabDoesNotKnowIsFoundByItsSeeds() {
        assertThat(new LoopbackAddresses(List.of()).assign("orders", "dc_new", List.of("127.44.1.1")))
                .isEqualTo("127.44.2.1");
    }

    @Test
    void anUnknownClusterGetsABlockOfItsOwnAndTheSameOneEachTime() {
        String first = new LoopbackAddresses(List.of()).assign("orders", "dc_old", List.of());
        String taken = new LoopbackAddresses(List.of(node("other", "dc", first))).assign("orders", "dc_old", List.of());

        assertThat(first)
                .startsWith("127.")
                .endsWith(".1.1")
                .isEqualTo(new LoopbackAddresses(List.of()).assign("orders", "dc_old", List.of()));
        assertThat(taken).isNotEqualTo(first).endsWith(".1.1");
    }

    private static LabNode.Description node(String cluster, String datacenter, String address) {
        return new LabNode.Description(cluster, address, datacenter, "r1", address, "5.0.9", Map.of());
    }
}
