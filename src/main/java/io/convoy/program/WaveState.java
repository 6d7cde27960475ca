package io.convoy.program;

/** Whether a wave's clusters may start. */
public enum WaveState {
    PLANNED,
    STARTED,
    PAUSED,
    ABORTED
}
