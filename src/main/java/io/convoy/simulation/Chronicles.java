package io.convoy.simulation;

import io.convoy.base.Actor;
import io.convoy.program.Decision;
import io.convoy.program.Hold;
import io.convoy.program.HoldScope;
import io.convoy.program.Member;
import io.convoy.program.Situation;
import io.convoy.program.WaveState;
import java.time.Instant;
import java.util.List;

/** Several that are told the same. */
record Chronicles(List<Chronicle> all) implements Chronicle {

    @Override
    public void program(Instant at) {
        all.forEach(one -> one.program(at));
    }

    @Override
    public void wave(Instant at, String wave, WaveState state, String reason, Actor by) {
        all.forEach(one -> one.wave(at, wave, state, reason, by));
    }

    @Override
    public void held(Hold hold) {
        all.forEach(one -> one.held(hold));
    }

    @Override
    public void released(Instant at, HoldScope scope) {
        all.forEach(one -> one.released(at, scope));
    }

    @Override
    public void cluster(Instant at, Member member, String act) {
        all.forEach(one -> one.cluster(at, member, act));
    }

    @Override
    public void run(Instant at, Journey journey, String act, Actor by) {
        all.forEach(one -> one.run(at, journey, act, by));
    }

    @Override
    public void decided(Instant at, List<Decision> decisions) {
        all.forEach(one -> one.decided(at, decisions));
    }

    @Override
    public void settled(Situation situation) {
        all.forEach(one -> one.settled(situation));
    }
}
