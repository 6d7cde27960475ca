package io.convoy.program;

import java.util.List;

/**
 * A cluster's place in the program: what does not change while it runs.
 *
 * @param place in the roster, from 0; who comes first is considered first
 * @param placeInWave among the clusters of its wave, from 0
 * @param after the places of those that it waits for
 * @param shares of the roster's slots that it takes while it moves
 */
public record Member(
        Subject subject,
        Wave wave,
        int place,
        int placeInWave,
        List<Integer> after,
        List<Share> shares,
        OpenTimes open) {

    public Member {
        after = List.copyOf(after);
        shares = List.copyOf(shares);
    }

    public boolean isPilot() {
        return placeInWave < wave.pilotCount();
    }

    public io.convoy.base.ClusterName cluster() {
        return subject.name();
    }

    /** An amount of one slot. */
    record Share(int slot, long amount) {}

    @Override
    public String toString() {
        return cluster().value();
    }
}
