package io.convoy.program;

/**
 * What people have said of a wave.
 *
 * @param failuresBorne failed clusters that somebody has seen and resumed it in spite of
 */
public record WaveStanding(WaveState state, int failuresBorne) {

    public static final WaveStanding PLANNED = new WaveStanding(WaveState.PLANNED, 0);
    public static final WaveStanding STARTED = new WaveStanding(WaveState.STARTED, 0);
}
