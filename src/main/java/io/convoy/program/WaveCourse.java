package io.convoy.program;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How far each wave is, and what keeps the clusters of one that may not go on. */
final class WaveCourse {

    private final Situation situation;
    private final Map<String, Count> counts = new HashMap<>();
    private final Count all = new Count();
    private Count last = all;
    private final Program program;

    /** What has become of the clusters of a wave. */
    private static final class Count {
        int clusters;
        int left;
        int failed;
        int pilotsLeft;
        Instant lastEnd = Instant.MIN;
        Instant pilotsSoaked = Instant.MIN;
    }

    private WaveCourse(Program program, Situation situation) {
        this.program = program;
        this.situation = situation;
        program.waves().forEach(wave -> counts.put(wave.name(), new Count()));
    }

    static WaveCourse of(Roster roster, Situation situation) {
        WaveCourse course = new WaveCourse(roster.program(), situation);
        roster.members().forEach(course::count);
        return course;
    }

    private void count(Member member) {
        Standing standing = situation.of(member);
        // Members of a wave come one after the other.
        Count wave = member.placeInWave() > 0 ? last : count(member.wave().name());
        last = wave;
        boolean pilot = member.isPilot();
        boolean ended = standing.phase().isEnded();
        wave.clusters++;
        all.clusters++;
        if (ended) {
            wave.lastEnd = later(wave.lastEnd, standing.since());
        } else {
            wave.left++;
        }
        if (standing.hasFailed()) {
            wave.failed++;
            all.failed++;
        }
        if (pilot && ended) {
            wave.pilotsSoaked =
                    later(wave.pilotsSoaked, standing.since().plus(member.wave().clusterSoaking()));
        } else if (pilot) {
            wave.pilotsLeft++;
        }
    }

    /** What people have said of the wave, or what must come before it. */
    Optional<Keeper> keeps(Wave wave) {
        WaveState state = situation.wave(wave.name()).state();
        if (state != WaveState.STARTED) {
            return Optional.of(new Keeper.WaveStands(wave, state));
        }
        if (wave.notBefore().filter(situation.now()::isBefore).isPresent()) {
            return Optional.of(new Keeper.WaveBegins(wave, wave.notBefore().get()));
        }
        return wave.after().stream()
                .flatMap(first -> keepsBack(wave, first).stream())
                .findFirst()
                .or(() -> failures(wave));
    }

    private Optional<Keeper> keepsBack(Wave wave, String first) {
        Count before = count(first);
        if (before.left > 0) {
            return Optional.of(new Keeper.WaveAfter(wave, first, before.left));
        }
        Optional<Instant> soaked = program.wave(first)
                .filter(soaking -> !before.lastEnd.equals(Instant.MIN))
                .map(soaking -> before.lastEnd.plus(soaking.soaking()));
        return soaked.filter(situation.now()::isBefore).map(until -> new Keeper.Soaking("Wave " + first, until));
    }

    /** Whether too many have failed for more to be started. */
    Optional<Keeper> failures(Wave wave) {
        Count count = count(wave.name());
        int seen = situation.wave(wave.name()).failuresBorne();
        Optional<Keeper> ofWave = wave.failures()
                .filter(failures -> count.failed - seen > failures.borne(count.clusters))
                .map(failures -> tooMany(count, "wave " + wave.name()));
        return ofWave.or(() -> program.failures()
                .filter(failures -> all.failed - seenInAll() > failures.borne(all.clusters))
                .map(failures -> tooMany(all, "the program")));
    }

    private int seenInAll() {
        return program.waves().stream()
                .mapToInt(wave -> situation.wave(wave.name()).failuresBorne())
                .sum();
    }

    int failed(Wave wave) {
        return count(wave.name()).failed;
    }

    private static Keeper tooMany(Count count, String where) {
        return new Keeper.TooManyFailures(count.failed + " of " + count.clusters + " clusters of " + where
                + " have failed, more than are borne: look at them, then resume the wave");
    }

    /** Whether the wave's first clusters have to move, or to soak, before this one. */
    Optional<Keeper> pilots(Member member) {
        if (member.wave().pilotCount() == 0 || member.isPilot()) {
            return Optional.empty();
        }
        Count wave = count(member.wave().name());
        if (wave.pilotsLeft > 0) {
            return Optional.of(new Keeper.Pilots(member.wave(), wave.pilotsLeft));
        }
        return situation.now().isBefore(wave.pilotsSoaked)
                ? Optional.of(new Keeper.Soaking(
                        "The last pilot of wave " + member.wave().name(), wave.pilotsSoaked))
                : Optional.empty();
    }

    private Count count(String wave) {
        return counts.computeIfAbsent(wave, name -> new Count());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
