package io.convoy.inventory;

import io.convoy.base.ClusterName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** All clusters that are kept in one inventory file, each name once. */
public record Fleet(String name, List<Cluster> clusters) {

    /** The fleet of files that cannot name one, such as CSV. */
    public static final String DEFAULT_NAME = "default";

    public Fleet {
        checkedName(name);
        clusters = List.copyOf(clusters);
        Set<ClusterName> names = new HashSet<>();
        for (Cluster cluster : clusters) {
            if (!names.add(cluster.name())) {
                throw new IllegalArgumentException("Two clusters are named '" + cluster.name() + "'");
            }
        }
    }

    /** A fleet's name follows the same rule as a cluster's. */
    static String checkedName(String text) {
        if (!ClusterName.isValid(text)) {
            throw new IllegalArgumentException(Quoted.of(text) + " is not a fleet's name: use a DNS label"
                    + " (a-z, 0-9 and '-' inside, at most 63 characters)");
        }
        return text;
    }
}
