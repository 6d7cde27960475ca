package io.convoy.inventory;

import io.convoy.base.ClusterName;
import java.util.Optional;

/** Who needs clusters to stay in the inventory as they are. */
public interface ClusterUse {

    /** What a cluster is needed for, as in "run 1234 is moving it"; empty where nothing needs it. */
    Optional<String> of(ClusterName cluster);
}
