package io.convoy.cassandra;

import io.convoy.base.ByteSize;
import io.convoy.base.Refusal;
import io.convoy.base.SecretReference;
import io.convoy.inventory.Access;
import io.convoy.inventory.CassandraCluster;
import io.convoy.inventory.Cluster;
import io.convoy.inventory.ClusterDiscovery;
import io.convoy.inventory.Endpoint;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Reads a running Cassandra cluster: one CQL address is enough, and JMX tells the sizes where it can be reached. */
@Singleton
final class CassandraDiscovery implements ClusterDiscovery {

    private final CassandraLinks links;

    CassandraDiscovery(CassandraLinks links) {
        this.links = links;
    }

    @Override
    public String scheme() {
        return "cassandra";
    }

    @Override
    public Cluster discover(Endpoint address, Optional<SecretReference> credentials) {
        Access access = new Access(List.of(address), credentials, Optional.empty());
        CassandraCluster unknown = DiscoveredCluster.unknown(access);
        try (ClusterLink link = links.once(unknown)) {
            Ring ring = Ring.read(link.anyCql());
            link.remember(ring.doors());
            return DiscoveredCluster.of(ring, dataSize(link, ring), access);
        } catch (UnreachableClusterException | UnreachableException | Credentials.UnreadableSecret e) {
            throw refusal(address, String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            // Cassandra allows names that no inventory does.
            throw refusal(address, "its names do not fit into an inventory: " + e.getMessage());
        }
    }

    private static Optional<ByteSize> dataSize(ClusterLink link, Ring ring) {
        GossipView gossip = GossipView.ofAny(ring.addresses(), link);
        long bytes = ring.addresses().stream()
                .mapToLong(address -> gossip.load(address).bytes())
                .sum();
        return bytes == 0 ? Optional.empty() : Optional.of(new ByteSize(bytes));
    }

    private static Refusal refusal(Endpoint address, String why) {
        return Refusal.invalidAt("/address", "The cluster at " + address + " could not be read: " + why);
    }
}
