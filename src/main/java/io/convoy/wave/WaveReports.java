package io.convoy.wave;

import io.convoy.wave.Waves.ClusterReport;
import io.convoy.wave.Waves.WaveReport;
import java.util.List;
import java.util.Optional;

/** Puts decisions beside the clusters of a wave. */
final class WaveReports {

    private WaveReports() {}

    static WaveReport of(Program.Wave wave, WaveState state, List<Candidate> candidates, List<Decision> decisions) {
        List<ClusterReport> clusters = candidates.stream()
                .filter(candidate -> candidate.wave().equals(wave.name()))
                .map(candidate ->
                        new ClusterReport(candidate.cluster(), candidate.run().name(), withheld(candidate, decisions)))
                .toList();
        return new WaveReport(wave.name(), state, clusters);
    }

    static Optional<Decision.Withheld> withheld(Candidate candidate, List<Decision> decisions) {
        return decisions.stream()
                .filter(decision -> decision.cluster().equals(candidate.cluster()))
                .filter(Decision.Withheld.class::isInstance)
                .map(Decision.Withheld.class::cast)
                .findFirst();
    }
}
