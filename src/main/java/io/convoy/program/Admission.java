package io.convoy.program;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides which clusters start now, and what keeps the others. Pure: the scheduler applies it, and so does the simulator.
 *
 * <p>Goes through the members in the roster's order, and counts those that move or soak already, and those that it starts.
 * Guarantees:
 *
 * <ul>
 *   <li>no limit is exceeded, in any dimension;
 *   <li>nothing starts under a hold, outside its window, without an approved plan, in a wave that is not started, before what
 *       it comes after, or when too many have failed;
 *   <li>what is admissible starts: a cluster that a limit keeps does not keep the ones behind it;
 *   <li>every member that has not started gets exactly one decision.
 * </ul>
 */
public final class Admission {

    private final Roster roster;
    private final Situation situation;
    private final Usage usage;
    private final WaveCourse waves;
    private final Map<String, Optional<Keeper>> ofWaves = new HashMap<>();

    private Admission(Roster roster, Situation situation) {
        this.roster = roster;
        this.situation = situation;
        usage = Usage.of(roster, situation);
        waves = WaveCourse.of(roster, situation);
    }

    public static List<Decision> decide(Roster roster, Situation situation) {
        return new Admission(roster, situation).decide();
    }

    /** The hold that keeps a member still, if one does; the first of several. */
    static Optional<Keeper> held(Member member, List<Hold> holds, Instant now) {
        for (Hold hold : holds) {
            if (hold.standsAt(now) && hold.scope().covers(member)) {
                return Optional.of(new Keeper.Held(hold));
            }
        }
        return Optional.empty();
    }

    private List<Decision> decide() {
        List<Decision> decisions = new ArrayList<>();
        for (Member member : roster.members()) {
            if (situation.of(member).phase() == Phase.NOT_STARTED) {
                decisions.add(decide(member));
            }
        }
        return decisions;
    }

    private Decision decide(Member member) {
        Optional<Keeper> keeper = keeper(member);
        if (keeper.isPresent()) {
            return new Decision.Withheld(member, keeper.get());
        }
        usage.add(member);
        return new Decision.Start(member);
    }

    private Optional<Keeper> keeper(Member member) {
        return held(member, situation.holds(), situation.now())
                .or(() -> ofWaves.computeIfAbsent(member.wave().name(), name -> waves.keeps(member.wave())))
                .or(() -> situation.of(member).obstacle().map(Keeper.Unready::new))
                .or(() -> waves.pilots(member))
                .or(() -> after(member))
                .or(() -> usage.keeps(member))
                .or(() -> closed(member));
    }

    private Optional<Keeper> after(Member member) {
        for (int place : member.after()) {
            Member first = roster.members().get(place);
            Standing standing = situation.of(first);
            if (standing.phase() != Phase.SUCCEEDED) {
                return Optional.of(new Keeper.After(first.subject(), standing.phase()));
            }
            Optional<Instant> soaks = standing.soaksUntil(first.wave().clusterSoaking(), situation.now());
            if (soaks.isPresent()) {
                return Optional.of(new Keeper.Soaking(first.cluster().value(), soaks.get()));
            }
        }
        return Optional.empty();
    }

    private Optional<Keeper> closed(Member member) {
        return member.open().isOpenFor(Duration.ZERO, situation.now())
                ? Optional.empty()
                : Optional.of(new Keeper.Closed(Duration.ZERO, member.open().opensFor(Duration.ZERO, situation.now())));
    }
}
