package io.convoy.wave;

import io.convoy.base.ClusterName;
import io.convoy.execution.Run;
import io.convoy.execution.RunState;
import io.convoy.execution.Runs;
import io.convoy.inventory.Cluster;
import io.convoy.inventory.Datacenter;
import io.convoy.inventory.InventoryStore;
import io.convoy.inventory.Target;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts together what admission must know of every cluster in the program. */
@ApplicationScoped
class Candidates {

    private final InventoryStore inventory;
    private final Runs runs;
    private final ApprovedPlans plans;

    Candidates(InventoryStore inventory, Runs runs, ApprovedPlans plans) {
        this.inventory = inventory;
        this.runs = runs;
        this.plans = plans;
    }

    List<Candidate> of(Program program, Map<String, WaveState> states) {
        Map<ClusterName, Run> latest = latestRuns();
        List<Candidate> candidates = new ArrayList<>();
        for (Program.Wave wave : program.waves()) {
            WaveState state = states.getOrDefault(wave.name(), WaveState.PLANNED);
            for (ClusterName cluster : wave.clusters()) {
                candidates.add(candidate(cluster, wave.name(), state, Optional.ofNullable(latest.get(cluster))));
            }
        }
        return candidates;
    }

    private Candidate candidate(ClusterName name, String wave, WaveState state, Optional<Run> run) {
        Optional<Cluster> cluster = inventory.find(name);
        Candidate.Progress progress = progress(run);
        Optional<String> obstacle = cluster.isEmpty()
                ? Optional.of("It is not in the inventory: import it")
                : progress == Candidate.Progress.NOT_STARTED ? plans.obstacle(name) : Optional.empty();
        return new Candidate(name, wave, state, cluster.map(Candidates::regions).orElse(List.of()), obstacle, progress);
    }

    /** The newest run of each cluster. */
    private Map<ClusterName, Run> latestRuns() {
        Map<ClusterName, Run> latest = new HashMap<>();
        runs.all().forEach(run -> latest.putIfAbsent(run.cluster(), run));
        return latest;
    }

    private Candidate.Progress progress(Optional<Run> run) {
        if (run.isEmpty()) {
            return Candidate.Progress.NOT_STARTED;
        }
        RunState state = run.get().state();
        if (!state.isFinal()) {
            return Candidate.Progress.MOVING;
        }
        return plans.isApprovedSince(run.get()) ? Candidate.Progress.NOT_STARTED : Candidate.Progress.ENDED;
    }

    static List<String> regions(Cluster cluster) {
        Stream<Datacenter> toBe = cluster.target().stream()
                .flatMap(target -> target.datacenters().stream())
                .map(Target.TargetDatacenter::datacenter);
        return Stream.concat(cluster.datacenters().stream(), toBe)
                .map(datacenter -> datacenter.provider() + "/" + datacenter.region())
                .distinct()
                .toList();
    }
}
