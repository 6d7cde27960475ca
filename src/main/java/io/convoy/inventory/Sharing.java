package io.convoy.inventory;

import io.convoy.base.ClusterName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which Kafka clusters of a file say that they share one ZooKeeper. Moving a ZooKeeper that others live in unnoticed
 * breaks them: so both sides must say it, and each needs a path of its own.
 */
final class Sharing {

    private record Claim(ClusterName cluster, ClusterName other, Place place) {}

    private final List<Claim> claims = new ArrayList<>();
    private final Set<List<ClusterName>> pairs = new HashSet<>();
    private final Map<ClusterName, String> chroots = new HashMap<>();

    void add(ClusterName cluster, ClusterName other, Place place) {
        claims.add(new Claim(cluster, other, place));
        pairs.add(List.of(cluster, other));
    }

    void chroot(ClusterName cluster, String path) {
        chroots.put(cluster, path);
    }

    /** Compares both sides, once all clusters are read. */
    void check(Map<ClusterName, Kind> clusters, Problems problems) {
        for (Claim claim : claims) {
            if (claim.cluster().equals(claim.other())) {
                problems.add(claim.place(), "A cluster does not share with itself: name only the others");
            } else if (!clusters.containsKey(claim.other())) {
                problems.add(
                        claim.place(), "'" + claim.other() + "' is no cluster of this file: add it, or remove it here");
            } else if (clusters.get(claim.other()) != Kind.KAFKA) {
                problems.add(
                        claim.place(), "'" + claim.other() + "' is not a Kafka cluster: it has no ZooKeeper to share");
            } else {
                checkOtherSide(claim, problems);
            }
        }
    }

    private void checkOtherSide(Claim claim, Problems problems) {
        if (!pairs.contains(List.of(claim.other(), claim.cluster()))) {
            problems.add(
                    claim.place(),
                    "'" + claim.other() + "' does not say the same: add '" + claim.cluster()
                            + "' to its metadata.sharedWith");
        }
        String path = chroots.getOrDefault(claim.cluster(), "/");
        if (path.equals(chroots.getOrDefault(claim.other(), "/"))) {
            problems.add(
                    claim.place(),
                    "'" + claim.other() + "' has the same chroot " + path
                            + ": clusters in one ZooKeeper need a path each");
        }
    }
}
