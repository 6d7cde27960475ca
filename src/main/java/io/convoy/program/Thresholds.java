package io.convoy.program;

import java.util.List;

/** Which waves are to be paused because too many clusters have failed. Pure. */
public final class Thresholds {

    private Thresholds() {}

    /** A wave to pause, and why. */
    public record Breach(Wave wave, String reason) {}

    public static List<Breach> breached(Roster roster, Situation situation) {
        WaveCourse course = WaveCourse.of(roster, situation);
        return roster.program().waves().stream()
                .filter(wave -> situation.wave(wave.name()).state() == WaveState.STARTED)
                .flatMap(wave -> course.failures(wave).stream().map(keeper -> new Breach(wave, keeper.words())))
                .toList();
    }

    /** How many clusters of a wave have failed: what somebody accepts who resumes it. */
    public static int failed(Roster roster, Situation situation, Wave wave) {
        return WaveCourse.of(roster, situation).failed(wave);
    }
}
