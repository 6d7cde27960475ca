package io.convoy.wave;

import io.convoy.base.ClusterName;
import io.convoy.program.Admission;
import io.convoy.program.Decision;
import io.convoy.program.Keeper;
import io.convoy.program.Member;
import io.convoy.program.Phase;
import io.convoy.program.Roster;
import io.convoy.program.Situation;
import io.convoy.program.Wave;
import io.convoy.program.WaveState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts decisions beside the clusters of each wave. */
@ApplicationScoped
public class WaveReports {

    private final Rosters rosters;
    private final Situations situations;

    WaveReports(Rosters rosters, Situations situations) {
        this.rosters = rosters;
        this.situations = situations;
    }

    /** A wave with each of its clusters and the decision on those that have not started. */
    public record WaveReport(String name, WaveState state, List<ClusterReport> clusters) {}

    /**
     * One cluster of a wave.
     *
     * @param waitsFor why it has not started; empty where it has
     */
    public record ClusterReport(ClusterName cluster, Phase progress, Optional<Waits> waitsFor) {}

    /**
     * What keeps a cluster.
     *
     * @param kind for example {@code AT_LIMIT}
     * @param expectedRelease when it lets go by itself, where that is known
     */
    public record Waits(String kind, String reason, Optional<Instant> expectedRelease) {
        static Waits of(Keeper keeper) {
            return new Waits(keeper.kind(), keeper.words(), keeper.release());
        }
    }

    @Transactional
    public List<WaveReport> all() {
        Roster roster = roster();
        Situation situation = situation(roster);
        Map<ClusterName, Keeper> keepers = keepers(Admission.decide(roster, situation));
        return roster.program().waves().stream()
                .map(wave -> report(wave, roster, situation, keepers))
                .toList();
    }

    Roster roster() {
        return rosters.present();
    }

    Situation situation(Roster roster) {
        return situations.of(roster);
    }

    static Map<ClusterName, Keeper> keepers(List<Decision> decisions) {
        Map<ClusterName, Keeper> keepers = new HashMap<>();
        for (Decision decision : decisions) {
            if (decision instanceof Decision.Withheld withheld) {
                keepers.put(withheld.cluster(), withheld.keeper());
            }
        }
        return keepers;
    }

    private static WaveReport report(Wave wave, Roster roster, Situation situation, Map<ClusterName, Keeper> keepers) {
        List<ClusterReport> clusters = roster.members().stream()
                .filter(member -> member.wave().name().equals(wave.name()))
                .map(member -> report(member, situation, Optional.ofNullable(keepers.get(member.cluster()))))
                .toList();
        return new WaveReport(wave.name(), situation.wave(wave.name()).state(), clusters);
    }

    private static ClusterReport report(Member member, Situation situation, Optional<Keeper> keeper) {
        return new ClusterReport(member.cluster(), situation.of(member).phase(), keeper.map(Waits::of));
    }
}
