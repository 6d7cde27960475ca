package io.convoy.simulation;

import io.convoy.base.Actor;
import io.convoy.execution.RunState;
import io.convoy.program.Keeper;
import io.convoy.program.Member;
import io.convoy.program.NextStep;
import io.convoy.program.Phase;
import io.convoy.program.Roster;
import io.convoy.program.Standing;
import io.convoy.program.StepAdmission;
import io.convoy.simulation.Journey.Work;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Drives simulated runs from step to step, as far as {@link StepAdmission} lets them. */
final class Driver {

    static final Actor PERSON = new Actor("simulated-operator");

    private final Roster roster;
    private final Agenda agenda;
    private final Stage stage;
    private final Chance chance;
    private final Chronicle chronicle;
    private final Set<Journey> withheld = new LinkedHashSet<>();

    Driver(Roster roster, Agenda agenda, Stage stage, Chance chance, Chronicle chronicle) {
        this.roster = roster;
        this.agenda = agenda;
        this.stage = stage;
        this.chance = chance;
        this.chronicle = chronicle;
    }

    /** Takes up a run that has begun before the simulation. */
    void takeUp(Journey journey) {
        if (stage.of(journey.member).needsAttention()) {
            journey.moveTo(journey.active().gaveUp("It needed attention when the simulation began"));
            person(journey);
            return;
        }
        journey.begin();
        work(journey);
    }

    /** Begins the run's next step, or ends the one whose work is over, if it may. */
    void goOn(Journey journey) {
        withheld.remove(journey);
        if (!journey.state().isDriven() || journey.work() == Work.UNDER_WAY) {
            return;
        }
        Optional<Keeper> keeper = keeper(journey);
        if (keeper.isPresent()) {
            withhold(journey, keeper.get());
        } else if (journey.work() == Work.NONE) {
            begin(journey);
        } else {
            end(journey);
        }
    }

    /** Asks again for those that were withheld. */
    void askAgain() {
        if (!withheld.isEmpty()) {
            List.copyOf(withheld).forEach(this::goOn);
        }
    }

    void pause(Journey journey) {
        boolean stops = journey.state().isDriven() || journey.state() instanceof RunState.NeedsAttention;
        if (stops) {
            move(journey, journey.active().paused("Paused with its wave"), Actor.CONVOY);
            attend(journey, false);
        }
    }

    void resume(Journey journey) {
        if (journey.state() instanceof RunState.Paused paused) {
            move(journey, paused.goesOn(), PERSON);
            goOn(journey);
        }
    }

    private Optional<Keeper> keeper(Journey journey) {
        Leg leg = journey.leg();
        boolean begun = journey.work() != Work.NONE;
        NextStep next = new NextStep(leg.interruptible(), begun, chance.longest(leg), journey.isBack());
        boolean passes = leg.passesReturn() && !begun && !journey.isBack();
        return StepAdmission.keeper(journey.member, stage.holds(), next, agenda.now())
                .or(() -> passes
                        ? StepAdmission.passing(roster, stage.at(agenda.now()), journey.member)
                        : Optional.empty());
    }

    private void withhold(Journey journey, Keeper keeper) {
        withheld.add(journey);
        Optional<java.time.Instant> release = keeper.release().filter(agenda.now()::isBefore);
        journey.moveTo(journey.active().waits(release.orElse(agenda.now()), keeper.kind()));
        release.map(Agenda::secondOf).ifPresent(at -> agenda.at(at, () -> askAgain(journey)));
    }

    private void askAgain(Journey journey) {
        if (withheld.contains(journey)) {
            goOn(journey);
        }
    }

    private void begin(Journey journey) {
        if (journey.isFirstStep()) {
            chronicle.run(agenda.now(), journey, "run.started", Actor.CONVOY);
        }
        journey.begin();
        chronicle.run(agenda.now(), journey, "step.begun", Actor.CONVOY);
        if (journey.leg().passesReturn() && !journey.isBack()) {
            stage.passReturn(journey.member);
        }
        work(journey);
    }

    private void work(Journey journey) {
        Leg leg = journey.leg();
        if (journey.isBack()) {
            agenda.in(chance.wayBack(leg), () -> over(journey, Work.COMPLETE));
            return;
        }
        java.time.Duration elapsed = journey.number == 0 && journey.step() == journey.course.at()
                ? journey.course.elapsed()
                : java.time.Duration.ZERO;
        int occasion = journey.number * 1000 + journey.attempt();
        Chance.Draw draw = chance.leg(journey.member.place(), journey.step(), occasion, leg, elapsed);
        agenda.in(draw.seconds(), () -> over(journey, draw.fails() ? Work.FAILED : Work.COMPLETE));
    }

    private void over(Journey journey, Work work) {
        journey.work(work);
        goOn(journey);
    }

    private void end(Journey journey) {
        boolean failed = journey.work() == Work.FAILED;
        if (failed) {
            chronicle.run(agenda.now(), journey, "step.gave-up", Actor.CONVOY);
            journey.work(Work.NONE);
            journey.moveTo(journey.active().gaveUp("Simulated failure"));
            attend(journey, true);
            person(journey);
            return;
        }
        RunState next = journey.completed();
        String act = journey.isBack() ? "step.undone" : "step.done";
        chronicle.run(agenda.now(), journey, next.isFinal() ? act + ".last" : act, Actor.CONVOY);
        journey.work(Work.NONE);
        journey.moveTo(next);
        if (next.isFinal()) {
            Phase phase = next instanceof RunState.Succeeded ? Phase.SUCCEEDED : Phase.ROLLED_BACK;
            stage.put(journey.member, Standing.of(phase, agenda.now()));
        } else {
            goOn(journey);
        }
    }

    /** Somebody looks at a failed run some time later, and decides. */
    private void person(Journey journey) {
        int occasion = journey.number * 1000 + journey.step() * 100 + journey.attempt();
        long reaction = chance.reaction(journey.member.place(), occasion);
        agenda.in(reaction, () -> decide(journey));
    }

    private void decide(Journey journey) {
        if (!(journey.state() instanceof RunState.NeedsAttention attention)) {
            return;
        }
        int occasion = journey.number * 1000 + journey.attempt();
        boolean back = !journey.isPastReturn() && chance.turnsBack(journey.member.place(), journey.step(), occasion);
        move(journey, back ? attention.rollBack() : attention.goesOn(), PERSON);
        attend(journey, false);
        goOn(journey);
    }

    private void move(Journey journey, RunState next, Actor by) {
        journey.moveTo(next);
        chronicle.run(agenda.now(), journey, "run." + next.word().toLowerCase(Locale.ROOT), by);
    }

    private void attend(Journey journey, boolean needed) {
        Member member = journey.member;
        Standing standing = stage.of(member);
        if (standing.needsAttention() != needed) {
            stage.put(
                    member,
                    new Standing(standing.phase(), standing.since(), standing.pastReturn(), needed, Optional.empty()));
        }
    }

    /** Runs that are withheld, for whoever wants to know why a program does not end. */
    List<Journey> withheld() {
        return new ArrayList<>(withheld);
    }
}
