package io.convoy.program;

import io.convoy.base.ClusterName;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Makes small programs and situations for tests; all their waves are started. */
final class Programs {

    static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private Programs() {}

    static List<Subject> clusters(String... names) {
        return Arrays.stream(names).map(name -> cluster(name, Map.of())).toList();
    }

    /** One of three nodes in each dimension that is given. */
    static Subject cluster(String name, Map<Dimension, String> traits) {
        Map<Dimension, Set<String>> all = new HashMap<>();
        all.put(Dimension.FLEET, Set.of("fleet"));
        traits.forEach((dimension, value) -> all.put(dimension, Set.of(value)));
        return new Subject(new ClusterName(name), new Traits(all), 3, 1L << 30, Duration.ofHours(1));
    }

    static Wave wave(String name, String... clusters) {
        return Wave.of(name, Stream.of(clusters).map(ClusterName::new).toList());
    }

    /** Every cluster waits, unless it is in {@code standings}. */
    static Situation situation(Roster roster, Map<String, Standing> standings, Hold... holds) {
        List<Standing> all = roster.members().stream()
                .map(member -> standings.getOrDefault(member.cluster().value(), Standing.waiting(Optional.empty())))
                .toList();
        return new Situation(all, started(roster.program()), List.of(holds), NOON);
    }

    static Map<String, WaveStanding> started(Program program) {
        Map<String, WaveStanding> waves = new HashMap<>();
        program.waves().forEach(wave -> waves.put(wave.name(), WaveStanding.STARTED));
        return waves;
    }

    static Standing moving() {
        return Standing.of(Phase.MOVING, NOON.minusSeconds(60));
    }

    static Standing moved(Instant at) {
        return Standing.of(Phase.SUCCEEDED, at);
    }

    static List<String> starts(List<Decision> decisions) {
        return decisions.stream()
                .filter(Decision.Start.class::isInstance)
                .map(decision -> decision.cluster().value())
                .toList();
    }

    static Keeper keeper(String cluster, List<Decision> decisions) {
        return decisions.stream()
                .filter(decision -> decision.cluster().value().equals(cluster))
                .map(Decision.Withheld.class::cast)
                .findFirst()
                .orElseThrow()
                .keeper();
    }
}
