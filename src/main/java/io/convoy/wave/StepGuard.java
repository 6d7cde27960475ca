package io.convoy.wave;

import io.convoy.execution.Ahead;
import io.convoy.execution.Run;
import io.convoy.execution.StartPermission;
import io.convoy.program.Keeper;
import io.convoy.program.Member;
import io.convoy.program.NextStep;
import io.convoy.program.Program;
import io.convoy.program.Roster;
import io.convoy.program.StepAdmission;
import io.convoy.program.Wave;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps runs at their next safe point under holds, outside windows, and before a point of no return that has no room. */
@ApplicationScoped
class StepGuard implements StartPermission {

    private final ProgramStore store;
    private final Rosters rosters;
    private final Situations situations;
    private final Tempos tempos;

    StepGuard(ProgramStore store, Rosters rosters, Situations situations, Tempos tempos) {
        this.store = store;
        this.rosters = rosters;
        this.situations = situations;
        this.tempos = tempos;
    }

    @Override
    public Optional<String> withheld(Run run, Ahead ahead, Instant now) {
        Roster roster = rosters.present();
        Member member = roster.find(run.cluster()).orElseGet(() -> leftProgram(run));
        return StepAdmission.keeper(member, store.holds(), next(ahead), now)
                .or(() -> passing(roster, member, ahead))
                .map(Keeper::words);
    }

    private Optional<Keeper> passing(Roster roster, Member member, Ahead ahead) {
        if (!ahead.passesReturn()
                || ahead.begun()
                || roster.find(member.cluster()).isEmpty()) {
            return Optional.empty();
        }
        // Two that would pass at the same time are counted one after the other.
        store.lock();
        return StepAdmission.passing(roster, situations.of(roster), member);
    }

    @Override
    public Duration longest(Duration expected) {
        return tempos.present().longest(expected);
    }

    private static NextStep next(Ahead ahead) {
        return new NextStep(ahead.planned().apply().interruptible(), ahead.begun(), ahead.longest(), ahead.isWayBack());
    }

    /** A run goes on under holds, also when its cluster was taken out of the program. */
    private Member leftProgram(Run run) {
        Wave alone = Wave.of(run.wave(), List.of(run.cluster()));
        return rosters.alone(Program.of(store.program().limits(), List.of(alone)), run.cluster());
    }
}
