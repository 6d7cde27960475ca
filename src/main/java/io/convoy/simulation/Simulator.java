package io.convoy.simulation;

import io.convoy.base.Actor;
import io.convoy.program.Admission;
import io.convoy.program.Decision;
import io.convoy.program.Hold;
import io.convoy.program.Keeper;
import io.convoy.program.Member;
import io.convoy.program.Phase;
import io.convoy.program.Roster;
import io.convoy.program.Situation;
import io.convoy.program.Standing;
import io.convoy.program.Thresholds;
import io.convoy.program.Wave;
import io.convoy.program.WaveStanding;
import io.convoy.program.WaveState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs a program by discrete events on a virtual clock. The same seed gives the same words.
 *
 * <ol>
 *   <li>The clock goes to the next event: the end of a step's work, a person's act, or the release that a keeper has foretold.
 *   <li>What happens then happens to the runs, each of which moves as {@link io.convoy.execution.RunState} permits.
 *   <li>Waves in which too many have failed are paused, as {@link Thresholds} says.
 *   <li>If anything has changed, runs that were withheld ask {@link io.convoy.program.StepAdmission} again, and
 *       {@link Admission} decides which clusters start.
 * </ol>
 */
public final class Simulator {

    /** When nothing has happened for so long, nothing will. */
    private static final long PATIENCE_SECONDS = Duration.ofDays(400).toSeconds();

    private static final int MOST_RUNS = 3;

    private final Scenario scenario;
    private final Roster roster;
    private final Chance chance;
    private final Chronicle chronicle;
    private final Agenda agenda;
    private final Stage stage;
    private final Driver driver;
    /** By their members' places, in the order in which they were begun. */
    private final Map<Integer, Journey> journeys = new LinkedHashMap<>();

    private final int[] runs;
    private final Instant[] starts;
    private long look = Agenda.NEVER;
    private long lastAct;
    private int pauses;

    private Simulator(Scenario scenario, long seed, Chronicle chronicle) {
        this.scenario = scenario;
        this.chronicle = chronicle;
        roster = scenario.roster();
        chance = new Chance(seed, scenario.odds());
        agenda = new Agenda(scenario.begin().now());
        lastAct = agenda.second();
        stage = new Stage(scenario.begin());
        driver = new Driver(roster, agenda, stage, chance, chronicle);
        runs = new int[roster.size()];
        starts = new Instant[roster.size()];
        Arrays.fill(starts, Instant.MAX);
    }

    /** One run of the program, of which only starts and ends are kept. */
    public static Simulated run(Scenario scenario, long seed) {
        return run(scenario, seed, Chronicle.SILENT);
    }

    static Simulated run(Scenario scenario, long seed, Chronicle chronicle) {
        return new Simulator(scenario, seed, chronicle).run();
    }

    private Simulated run() {
        begin();
        long next = agenda.second();
        while (next < Agenda.NEVER && next - lastAct <= PATIENCE_SECONDS) {
            if (next == look) {
                look = Agenda.NEVER;
                stage.touch();
            }
            lastAct = agenda.next() <= next ? next : lastAct;
            agenda.goTo(next);
            settle();
            next = Math.min(agenda.next(), look);
        }
        return result();
    }

    private void begin() {
        chronicle.program(agenda.now());
        Situation begin = scenario.begin();
        begin.holds().forEach(chronicle::held);
        roster.members().forEach(this::takeUp);
        begin.waves().forEach((wave, standing) -> tell(wave, standing.state(), "", Driver.PERSON));
        scenario.interventions().forEach(act -> agenda.at(Agenda.secondOf(act.at()), () -> intervene(act)));
    }

    private void takeUp(Member member) {
        Standing standing = stage.of(member);
        if (standing.phase() == Phase.NOT_STARTED) {
            chronicle.cluster(agenda.now(), member, "plan.approved");
        }
        if (standing.phase() == Phase.MOVING) {
            starts[member.place()] = standing.since();
            driver.takeUp(journey(member));
        }
    }

    private Journey journey(Member member) {
        int number = runs[member.place()]++;
        Course course = scenario.courses().get(member.place());
        boolean again = stage.of(member).phase() != Phase.MOVING;
        Journey journey = new Journey(
                member,
                again ? Course.of(course.legs()) : course,
                again ? number + 1 : number,
                chance.identity(member.place(), number));
        journeys.put(member.place(), journey);
        return journey;
    }

    private void settle() {
        while (stage.isChanged()) {
            if (stage.takeFailed()) {
                pauseWhatFails();
            }
            afterEnds();
            if (stage.takeChanged()) {
                driver.askAgain();
                decide();
            }
        }
        chronicle.settled(stage.at(agenda.now()));
    }

    private void decide() {
        List<Decision> decisions = Admission.decide(roster, stage.at(agenda.now()));
        chronicle.decided(agenda.now(), decisions);
        look = Agenda.NEVER;
        for (Decision decision : decisions) {
            if (decision instanceof Decision.Withheld withheld) {
                release(withheld.keeper()).ifPresent(at -> look = Math.min(look, Agenda.secondOf(at)));
            }
        }
        for (Decision decision : decisions) {
            if (decision instanceof Decision.Start) {
                start(decision.member());
            }
        }
    }

    private Optional<Instant> release(Keeper keeper) {
        return keeper.release().filter(agenda.now()::isBefore);
    }

    private void start(Member member) {
        Journey journey = journey(member);
        starts[member.place()] = starts[member.place()].equals(Instant.MAX) ? agenda.now() : starts[member.place()];
        stage.start(member, agenda.now());
        chronicle.run(agenda.now(), journey, "run.created", Actor.CONVOY);
        chronicle.run(agenda.now(), journey, "run.admitted", Actor.CONVOY);
        driver.goOn(journey);
    }

    /** Runs that have ended are forgotten; what was rolled back is tried again later, a few times. */
    private void afterEnds() {
        for (Member member : stage.takeEnded()) {
            journeys.remove(member.place());
            if (stage.of(member).phase() == Phase.ROLLED_BACK) {
                boolean again = runs[member.place()] < MOST_RUNS;
                agenda.in(
                        chance.secondTry(member.place(), runs[member.place()]),
                        again ? () -> tryAgain(member) : () -> skip(member));
            }
        }
    }

    private void tryAgain(Member member) {
        chronicle.cluster(agenda.now(), member, "plan.approved");
        chronicle.cluster(agenda.now(), member, "cluster.retried");
        stage.put(member, Standing.waiting(Optional.empty()));
    }

    private void skip(Member member) {
        chronicle.cluster(agenda.now(), member, "cluster.skipped");
        stage.put(member, Standing.of(Phase.SKIPPED, agenda.now()));
    }

    private void pauseWhatFails() {
        List<Thresholds.Breach> breaches = Thresholds.breached(roster, stage.at(agenda.now()));
        if (breaches.isEmpty()) {
            return;
        }
        breaches.forEach(breach -> pause(breach.wave(), breach.reason(), Actor.CONVOY));
        // One person looks at all of them.
        agenda.in(chance.reaction(-1, pauses++), () -> breaches.forEach(breach -> resume(breach.wave())));
    }

    private void pause(Wave wave, String reason, Actor by) {
        int borne = stage.at(agenda.now()).wave(wave.name()).failuresBorne();
        tell(wave.name(), WaveState.PAUSED, reason, by);
        stage.put(wave.name(), new WaveStanding(WaveState.PAUSED, borne));
        of(wave).forEach(driver::pause);
    }

    private void resume(Wave wave) {
        int failures = Thresholds.failed(roster, stage.at(agenda.now()), wave);
        tell(wave.name(), WaveState.STARTED, "", Driver.PERSON);
        stage.put(wave.name(), new WaveStanding(WaveState.STARTED, failures));
        of(wave).forEach(driver::resume);
    }

    private List<Journey> of(Wave wave) {
        List<Journey> ofWave = new ArrayList<>(journeys.values());
        ofWave.removeIf(journey -> !journey.member.wave().name().equals(wave.name()));
        return ofWave;
    }

    private void tell(String wave, WaveState state, String reason, Actor by) {
        if (state != WaveState.PLANNED) {
            chronicle.wave(agenda.now(), wave, state, reason, by);
        }
    }

    private void intervene(Intervention act) {
        if (act instanceof Intervention.SetHold set) {
            hold(set.hold());
        } else if (act instanceof Intervention.RemoveHold remove) {
            chronicle.released(agenda.now(), remove.scope());
            stage.remove(remove.scope());
        } else if (act instanceof Intervention.PauseWave pause) {
            roster.program().wave(pause.wave()).ifPresent(wave -> pause(wave, "", Driver.PERSON));
        } else if (act instanceof Intervention.ResumeWave resume) {
            roster.program().wave(resume.wave()).ifPresent(this::resume);
        }
    }

    private void hold(Hold hold) {
        chronicle.held(hold);
        stage.add(hold);
        stage.touch();
    }

    private Simulated result() {
        List<Instant> ends = new ArrayList<>();
        List<Member> left = new ArrayList<>();
        for (Member member : roster.members()) {
            Standing standing = stage.of(member);
            boolean ended = standing.phase() != Phase.NOT_STARTED && standing.phase() != Phase.MOVING;
            ends.add(ended ? standing.since() : Instant.MAX);
            if (!ended) {
                left.add(member);
            }
        }
        return new Simulated(roster, scenario.begin().now(), List.of(starts), ends, left);
    }
}
