package io.convoy.nodestatus;

import io.convoy.inventory.Cluster;
import java.util.List;

/** Looks at a live cluster, node by node; throws when nothing of it can be reached. */
public interface StatusProbe {

    boolean probes(Cluster cluster);

    List<ObservedNode> probe(Cluster cluster);
}
