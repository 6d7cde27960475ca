package io.convoy.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A wave's pilots move, and soak, before the rest of it. Judged where the wave names its pilots one by one: which ones a
 * selector put first is not in the history.
 */
final class PilotRule implements Rule {

    @Override
    public String name() {
        return "pilots";
    }

    @Override
    public List<String> broken(Act act, Past past) {
        if (!act.is(Act.ADMITTED)) {
            return List.of();
        }
        return past.program().wave(act.text("wave")).stream()
                .filter(wave -> wave.inOrder() && wave.pilots() > 0)
                .filter(wave -> wave.pilots() <= wave.clusters().size())
                .flatMap(wave -> broken(act, past, wave).stream())
                .toList();
    }

    private static List<String> broken(Act act, Past past, WaveThen wave) {
        List<String> pilots = wave.clusters().stream().limit(wave.pilots()).toList();
        if (pilots.contains(act.cluster())) {
            return List.of();
        }
        Instant latest = act.at().minus(wave.clusterSoak()).plus(Grace.OF_DECISIONS);
        return pilots.stream()
                .filter(pilot -> settledSince(past, pilot)
                        .filter(since -> !since.isAfter(latest))
                        .isEmpty())
                .map(pilot -> "starts although " + pilot + ", a pilot of wave " + wave.name() + ", "
                        + settledSince(past, pilot)
                                .map(since -> "soaks until " + since.plus(wave.clusterSoak()))
                                .orElse("has not ended"))
                .toList();
    }

    private static Optional<Instant> settledSince(Past past, String pilot) {
        return past.known(pilot).flatMap(ClusterThen::settledSince);
    }
}
