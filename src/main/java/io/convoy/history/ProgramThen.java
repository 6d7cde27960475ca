package io.convoy.history;

import java.util.List;
import java.util.Optional;

/**
 * The program as its document read at some time.
 *
 * @param since the entry that brought it; 0 before the first
 * @param nodeRate bytes per second that a node is reckoned to copy
 */
record ProgramThen(
        long since,
        List<LimitThen> limits,
        List<WindowThen> windows,
        List<FreezeThen> freezes,
        List<WaveThen> waves,
        List<DependencyThen> dependencies,
        long nodeRate) {

    ProgramThen {
        limits = List.copyOf(limits);
        windows = List.copyOf(windows);
        freezes = List.copyOf(freezes);
        waves = List.copyOf(waves);
        dependencies = List.copyOf(dependencies);
    }

    Optional<WaveThen> wave(String name) {
        return waves.stream().filter(wave -> wave.name().equals(name)).findFirst();
    }

    /** The wave that names the cluster, or else the first that selects it. */
    Optional<WaveThen> waveOf(SubjectThen subject) {
        Optional<WaveThen> naming = waves.stream()
                .filter(wave -> wave.clusters().contains(subject.name()))
                .findFirst();
        return naming.or(
                () -> waves.stream().filter(wave -> wave.selects(subject)).findFirst());
    }

    boolean isIn(WaveThen wave, SubjectThen subject) {
        return waveOf(subject).filter(other -> other.name().equals(wave.name())).isPresent();
    }
}
