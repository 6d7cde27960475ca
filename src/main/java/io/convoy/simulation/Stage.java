package io.convoy.simulation;

import io.convoy.program.Hold;
import io.convoy.program.HoldScope;
import io.convoy.program.Member;
import io.convoy.program.Phase;
import io.convoy.program.Situation;
import io.convoy.program.Standing;
import io.convoy.program.WaveStanding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The situation of a simulated program as it changes. What {@link #at} hands out is looked at before the next change. */
final class Stage {

    private final Standing[] standings;
    private final List<Standing> view;
    private final Map<String, WaveStanding> waves;
    private final List<Hold> holds;
    private boolean changed = true;
    private boolean failed;
    private final List<Member> ended = new ArrayList<>();

    Stage(Situation begin) {
        standings = begin.standings().toArray(Standing[]::new);
        view = Collections.unmodifiableList(Arrays.asList(standings));
        waves = new HashMap<>(begin.waves());
        holds = new ArrayList<>(begin.holds());
    }

    Situation at(Instant now) {
        return new Situation(view, waves, holds, now);
    }

    Standing of(Member member) {
        return standings[member.place()];
    }

    void put(Member member, Standing standing) {
        standings[member.place()] = standing;
        changed = true;
        failed |= standing.needsAttention() || standing.phase() == Phase.ROLLED_BACK;
        if (standing.phase() == Phase.SUCCEEDED || standing.phase() == Phase.ROLLED_BACK) {
            ended.add(member);
        }
    }

    /** Nothing that anybody waits for. */
    void start(Member member, Instant now) {
        standings[member.place()] = Standing.of(Phase.MOVING, now);
    }

    /** Lets nobody go either. */
    void passReturn(Member member) {
        Standing standing = of(member);
        standings[member.place()] =
                new Standing(Phase.MOVING, standing.since(), true, standing.needsAttention(), Optional.empty());
    }

    /** Those whose runs have ended since this was asked last. */
    List<Member> takeEnded() {
        if (ended.isEmpty()) {
            return List.of();
        }
        List<Member> taken = List.copyOf(ended);
        ended.clear();
        return taken;
    }

    void put(String wave, WaveStanding standing) {
        waves.put(wave, standing);
        changed = true;
    }

    void add(Hold hold) {
        remove(hold.scope());
        holds.add(hold);
    }

    void remove(HoldScope scope) {
        holds.removeIf(hold -> hold.scope().equals(scope));
        changed = true;
    }

    List<Hold> holds() {
        return holds;
    }

    /** Somebody has to look again. */
    void touch() {
        changed = true;
    }

    /** Whether anything has changed since this was asked last. */
    boolean takeChanged() {
        boolean was = changed;
        changed = false;
        return was;
    }

    boolean isChanged() {
        return changed;
    }

    /** Whether anything has failed since this was asked last. */
    boolean takeFailed() {
        boolean was = failed;
        failed = false;
        return was;
    }
}
