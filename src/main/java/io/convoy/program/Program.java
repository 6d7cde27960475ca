package io.convoy.program;

import java.util.List;
import java.util.Optional;

/**
 * What shall be moved, in which order, when, and how much of it at once.
 *
 * @param windows when clusters may be worked on; one for which there is none may be at any time
 * @param freezes when they may not be, in spite of their windows
 * @param dependencies between clusters
 * @param failures of all waves together that are borne before every wave is paused
 * @param pace of moves that nothing else tells
 * @param hooks who is told what happens
 */
public record Program(
        Limits limits,
        List<Window> windows,
        List<Freeze> freezes,
        List<Wave> waves,
        List<Dependency> dependencies,
        Optional<Failures> failures,
        Optional<Pace> pace,
        List<Hook> hooks) {

    public static final Program EMPTY = of(Limits.ONE_AT_A_TIME, List.of());

    public Program {
        windows = List.copyOf(windows);
        freezes = List.copyOf(freezes);
        waves = List.copyOf(waves);
        dependencies = List.copyOf(dependencies);
        hooks = List.copyOf(hooks);
    }

    /** One of limits and waves only. */
    public static Program of(Limits limits, List<Wave> waves) {
        return new Program(
                limits, List.of(), List.of(), waves, List.of(), Optional.empty(), Optional.empty(), List.of());
    }

    /** The same program with other times at which clusters may be worked on. */
    public Program with(List<Window> otherWindows, List<Freeze> otherFreezes) {
        return new Program(limits, otherWindows, otherFreezes, waves, dependencies, failures, pace, hooks);
    }

    /** The same program with other limits. */
    public Program with(Limits others) {
        return new Program(others, windows, freezes, waves, dependencies, failures, pace, hooks);
    }

    /** The same program with clusters that wait for no other. */
    public Program withoutDependencies() {
        return new Program(limits, windows, freezes, waves, List.of(), failures, pace, hooks);
    }

    public Pace paceOrUsual() {
        return pace.orElse(Pace.USUAL);
    }

    public Optional<Wave> wave(String name) {
        return waves.stream().filter(wave -> wave.name().equals(name)).findFirst();
    }

    /** The same program with other waves. */
    public Program withWaves(List<Wave> others) {
        return new Program(limits, windows, freezes, others, dependencies, failures, pace, hooks);
    }
}
