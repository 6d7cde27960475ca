package io.convoy.simulation;

import io.convoy.program.Hold;
import io.convoy.program.Member;
import io.convoy.program.Phase;
import io.convoy.program.Program;
import io.convoy.program.Roster;
import io.convoy.program.Situation;
import io.convoy.program.Standing;
import io.convoy.program.WaveStanding;
import io.convoy.program.WaveState;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is simulated: a program from where it stands, with what people will do to it and what is left to chance.
 *
 * @param courses of each member, in the roster's order
 * @param begin where the program stands; of a cluster that moves, its course says how far it is
 */
public record Scenario(
        Roster roster, List<Course> courses, Situation begin, List<Intervention> interventions, Odds odds) {

    public Scenario {
        courses = List.copyOf(courses);
        interventions = List.copyOf(interventions);
        if (courses.size() != roster.size() || begin.standings().size() != roster.size()) {
            throw new IllegalArgumentException("Each member has one course and one standing");
        }
    }

    /** A whole program of which nothing has begun: every plan approved and every wave started at its first instant. */
    public static Scenario whole(Roster roster, Instant from, Odds odds) {
        return new Scenario(roster, usualCourses(roster), fresh(roster, from), List.of(), odds);
    }

    /**
     * A program that runs already. People are taken to do what waits for them: approve plans, start and resume waves, and let go
     * of a hold that has no end within a day.
     *
     * @param courses of each member, in the roster's order; of one that moves with how far it is
     */
    public static Scenario running(Roster roster, Situation now, List<Course> courses, Odds odds) {
        List<Standing> ready = now.standings().stream()
                .map(standing -> standing.phase() == Phase.NOT_STARTED ? Standing.waiting(Optional.empty()) : standing)
                .toList();
        List<Hold> holds = now.holds().stream()
                .map(hold -> hold.until().isPresent() ? hold : ending(hold, now.now()))
                .toList();
        Map<String, WaveStanding> waves = new HashMap<>();
        roster.program().waves().forEach(wave -> waves.put(wave.name(), going(now.wave(wave.name()))));
        return new Scenario(roster, courses, new Situation(ready, waves, holds, now.now()), List.of(), odds);
    }

    private static Hold ending(Hold hold, Instant now) {
        return new Hold(
                hold.scope(), hold.reason(), Optional.of(now.plus(Duration.ofDays(1))), hold.setBy(), hold.setAt());
    }

    private static WaveStanding going(WaveStanding wave) {
        return wave.state() == WaveState.ABORTED ? wave : new WaveStanding(WaveState.STARTED, wave.failuresBorne());
    }

    public static List<Course> usualCourses(Roster roster) {
        return roster.members().stream()
                .map(member -> Course.usual(member.subject(), roster.program().paceOrUsual()))
                .toList();
    }

    public Scenario with(List<Intervention> others) {
        return new Scenario(roster, courses, begin, others, odds);
    }

    public Scenario with(Odds others) {
        return new Scenario(roster, courses, begin, interventions, others);
    }

    private static Situation fresh(Roster roster, Instant from) {
        return new Situation(
                roster.members().stream().map(Scenario::waiting).toList(), started(roster.program()), List.of(), from);
    }

    private static Standing waiting(Member member) {
        return Standing.waiting(Optional.empty());
    }

    private static Map<String, WaveStanding> started(Program program) {
        return program.waves().stream().collect(Collectors.toMap(wave -> wave.name(), wave -> WaveStanding.STARTED));
    }
}
