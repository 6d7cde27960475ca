package io.convoy.wave;

import io.convoy.base.ClusterName;
import java.util.List;
import java.util.Optional;

/** What shall be moved, in which order, and how much of it at once. */
public record Program(Limits limits, List<Wave> waves) {

    public static final Program EMPTY = new Program(new Limits(Optional.empty()), List.of());

    public Program {
        waves = List.copyOf(waves);
    }

    /**
     * Upper bounds that hold at every instant.
     *
     * @param clusters how many clusters move at the same time, 1 where unsaid
     */
    public record Limits(Optional<Integer> clusters) {
        int clustersAtOnce() {
            return clusters.orElse(1);
        }
    }

    /** Clusters that are moved together, in this order. */
    public record Wave(String name, List<ClusterName> clusters) {
        public Wave {
            clusters = List.copyOf(clusters);
        }
    }

    Optional<Wave> wave(String name) {
        return waves.stream().filter(wave -> wave.name().equals(name)).findFirst();
    }

    /** The wave that a cluster is in. */
    public Optional<Wave> waveOf(ClusterName cluster) {
        return waves.stream().filter(wave -> wave.clusters().contains(cluster)).findFirst();
    }
}
