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
 * breaks them: so both sides must say it, where both are in the file, and each needs a path of its own.
 */
final class Sharing {

    private static final int MOST_SLIPS = 2;

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
            } else if (clusters.containsKey(claim.other())) {
                checkOther(claim, clusters.get(claim.other()), problems);
            } else {
                checkSlip(claim, clusters, problems);
            }
        }
    }

    /** A cluster that is not in the file may live in the ZooKeeper all the same: somebody else's, or one that stays. */
    private static void checkSlip(Claim claim, Map<ClusterName, Kind> clusters, Problems problems) {
        String written = claim.other().value();
        NearestWord.to(
                        written,
                        clusters.keySet().stream().map(ClusterName::value).toList())
                .filter(near -> NearestWord.distance(written, near) <= MOST_SLIPS)
                .ifPresent(near -> problems.add(
                        claim.place(), "'" + written + "' is no cluster of this file: did you mean '" + near + "'?"));
    }

    private void checkOther(Claim claim, Kind kind, Problems problems) {
        if (kind == Kind.KAFKA) {
            checkOtherSide(claim, problems);
        } else {
            problems.add(claim.place(), "'" + claim.other() + "' is not a Kafka cluster: it has no ZooKeeper to share");
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
