package io.convoy.cassandra;

import io.convoy.base.ByteSize;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What one node believes of all others. */
record GossipView(Set<String> live, Map<String, ByteSize> loads) {

    static final GossipView BLIND = new GossipView(Set.of(), Map.of());

    GossipView {
        live = Set.copyOf(live);
        loads = Map.copyOf(loads);
    }

    static GossipView of(StorageService node) {
        Map<String, ByteSize> loads = new HashMap<>();
        node.loads().forEach((address, load) -> loads.put(address, size(load)));
        return new GossipView(Set.copyOf(node.liveNodes()), loads);
    }

    /** The view of the first of these nodes that answers. */
    static GossipView ofAny(List<String> addresses, ClusterLink link) {
        for (String address : addresses) {
            Optional<GossipView> view = tryOf(address, link);
            if (view.isPresent()) {
                return view.get();
            }
        }
        return BLIND;
    }

    private static Optional<GossipView> tryOf(String address, ClusterLink link) {
        try {
            return Optional.of(of(link.jmx(address)));
        } catch (UnreachableException | NodeRefusedException e) {
            return Optional.empty();
        }
    }

    ByteSize load(String address) {
        return loads.getOrDefault(address, new ByteSize(0));
    }

    // "114.43 KiB", or "512 bytes"
    private static ByteSize size(String text) {
        try {
            return ByteSize.parse(text.replace("bytes", "B"));
        } catch (IllegalArgumentException e) {
            return new ByteSize(0);
        }
    }
}
