package io.convoy.simulation;

import io.convoy.base.ClusterName;
import io.convoy.program.Dimension;
import io.convoy.program.Hold;
import io.convoy.program.HoldScope;
import io.convoy.program.Program;
import io.convoy.program.ProgramForm;
import io.convoy.program.Roster;
import io.convoy.program.Subject;
import io.convoy.program.Traits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** Small programs of every sort, each made of one seed. */
final class RandomPrograms {

    static final Instant BEGIN = Instant.parse("2026-03-20T07:00:00Z");
    private static final List<String> ZONES = List.of("UTC", "Europe/Berlin", "America/New_York", "Australia/Sydney");

    private final SplittableRandom random;

    private RandomPrograms(long seed) {
        random = new SplittableRandom(seed);
    }

    static Scenario of(long seed) {
        return new RandomPrograms(seed).scenario();
    }

    private Scenario scenario() {
        List<Subject> fleet = new ArrayList<>();
        int clusters = 5 + random.nextInt(21);
        for (int number = 0; number < clusters; number++) {
            fleet.add(subject(number));
        }
        Program program = ProgramForm.read(program());
        Troubles troubles =
                new Troubles(random.nextInt(3) * 0.03, random.nextDouble(), Duration.ofHours(2), Duration.ofHours(20));
        Odds odds = new Odds(random.nextInt(4) > 0, new Tempo(1, 1.2, 1 + 2 * random.nextDouble()), troubles);
        return Scenario.whole(Roster.of(program, fleet), BEGIN, odds).with(interventions());
    }

    private Subject subject(int number) {
        Map<Dimension, Set<String>> traits = new HashMap<>();
        traits.put(Dimension.FLEET, Set.of("fleet"));
        traits.put(Dimension.KIND, Set.of(random.nextBoolean() ? "kafka" : "cassandra"));
        traits.put(
                Dimension.REGION,
                random.nextInt(4) == 0 ? Set.of("aws/r1", "aws/r2") : Set.of("aws/r" + random.nextInt(3)));
        traits.put(Dimension.TEAM, Set.of("team" + random.nextInt(5)));
        traits.put(Dimension.ZOOKEEPER, Set.of("zk" + random.nextInt(6)));
        int nodes = 3 + random.nextInt(20);
        long bytes = (1L << 30) * random.nextInt(4000);
        return new Subject(new ClusterName("c" + number), new Traits(traits), nodes, bytes, Duration.ofHours(6));
    }

    private String program() {
        StringBuilder yaml = new StringBuilder("limits: {clusters: " + (1 + random.nextInt(6)) + ", rules: [");
        rule(yaml, "{by: region, clusters: " + (1 + random.nextInt(3)) + "}, ");
        rule(yaml, "{by: team, nodes: " + (15 + random.nextInt(30)) + "}, ");
        rule(yaml, "{by: fleet, pastReturn: " + (1 + random.nextInt(2)) + "}, ");
        rule(yaml, "{by: zookeeper, clusters: 1}, ");
        rule(yaml, "{by: kind, only: kafka, bytesPerSecond: " + (300 + random.nextInt(900)) + "MiB}, ");
        yaml.append("{by: fleet, nodes: ").append(40 + random.nextInt(60)).append("}]}\n");
        windows(yaml);
        waves(yaml);
        if (random.nextInt(3) == 0) {
            yaml.append("dependencies: [{clusters: kind=cassandra, after: kind=kafka, sharing: team}]\n");
        }
        if (random.nextInt(3) == 0) {
            yaml.append("failures: {count: ").append(random.nextInt(3)).append("}\n");
        }
        yaml.append("pace: {preparation: PT1H, completion: PT")
                .append(1 + random.nextInt(5))
                .append("H}\n");
        return yaml.toString();
    }

    private void rule(StringBuilder yaml, String rule) {
        if (random.nextInt(3) == 0) {
            yaml.append(rule);
        }
    }

    private void windows(StringBuilder yaml) {
        if (random.nextBoolean()) {
            yaml.append("windows: [{name: w, select: 'kind=")
                    .append(random.nextBoolean() ? "kafka" : "cassandra")
                    .append("', timeZone: ")
                    .append(ZONES.get(random.nextInt(ZONES.size())))
                    .append(", from: '")
                    .append(18 + random.nextInt(5))
                    .append(":00', to: '0")
                    .append(random.nextInt(9))
                    .append(":00'}]\n");
        }
        if (random.nextInt(3) == 0) {
            yaml.append("freezes: [{name: f, timeZone: Europe/Berlin, from: 2026-03-2")
                    .append(1 + random.nextInt(5))
                    .append(", to: 2026-03-2")
                    .append(6 + random.nextInt(3))
                    .append("}]\n");
        }
    }

    private void waves(StringBuilder yaml) {
        yaml.append("waves:\n- {name: one, select: 'nodes<=9', order: SMALLEST_FIRST, pilots: ")
                .append(random.nextInt(3))
                .append(", clusterSoak: PT")
                .append(random.nextInt(12))
                .append("H, soak: PT")
                .append(random.nextInt(30))
                .append("H")
                .append(random.nextInt(3) == 0 ? ", failures: {count: " + random.nextInt(2) + "}" : "")
                .append("}\n- {name: two, select: '', order: ")
                .append(random.nextBoolean() ? "LONGEST_FIRST" : "LISTED")
                .append(random.nextBoolean() ? ", after: [one]" : ", notBefore: '2026-03-21T00:00:00Z'")
                .append("}\n");
    }

    private List<Intervention> interventions() {
        List<Intervention> acts = new ArrayList<>();
        for (int number = random.nextInt(3); number > 0; number--) {
            Instant at = BEGIN.plusSeconds(random.nextInt(400_000));
            HoldScope scope = HoldScope.parse(List.of("program", "wave:one", "cluster:c1", "region:aws/r1")
                    .get(random.nextInt(4)));
            Instant until = at.plusSeconds(3600 + random.nextInt(200_000));
            boolean expires = random.nextBoolean();
            acts.add(new Intervention.SetHold(
                    new Hold(scope, "simulated", expires ? Optional.of(until) : Optional.empty(), "ada", at)));
            if (!expires) {
                acts.add(new Intervention.RemoveHold(until, scope));
            }
        }
        if (random.nextInt(4) == 0) {
            Instant at = BEGIN.plusSeconds(random.nextInt(200_000));
            acts.add(new Intervention.PauseWave(at, "two"));
            acts.add(new Intervention.ResumeWave(at.plusSeconds(40_000), "two"));
        }
        return acts;
    }
}
