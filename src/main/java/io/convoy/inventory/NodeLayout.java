package io.convoy.inventory;

import io.convoy.base.ClusterName;
import java.util.List;
import java.util.stream.Stream;

/** The nodes of a datacenter, either counted rack by rack or named one by one. */
public sealed interface NodeLayout permits CountedNodes, NamedNodes {

    int nodeCount();

    List<Node> nodes(ClusterName cluster, String datacenter);

    List<String> racks();

    Stream<String> nodeSizes();
}
