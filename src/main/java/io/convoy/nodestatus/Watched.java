package io.convoy.nodestatus;

import io.convoy.base.ClusterName;
import java.util.Set;

/** Names the clusters that are looked at every few seconds whether or not anybody asks: those that are being moved. */
public interface Watched {

    Set<ClusterName> clusters();
}
