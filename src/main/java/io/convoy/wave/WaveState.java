package io.convoy.wave;

/** Whether a wave's clusters may start. */
public enum WaveState {
    PLANNED,
    STARTED,
    PAUSED,
    ABORTED
}
