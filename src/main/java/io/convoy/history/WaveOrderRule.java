package io.convoy.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A wave begins when those that it comes after have ended, and have soaked. */
final class WaveOrderRule implements Rule {

    @Override
    public String name() {
        return "wave-order";
    }

    @Override
    public List<String> broken(Act act, Past past) {
        if (!act.is(Act.ADMITTED)) {
            return List.of();
        }
        return past.program().wave(act.text("wave")).stream()
                .flatMap(wave -> wave.after().stream())
                .flatMap(first -> past.program().wave(first).stream())
                .flatMap(first -> unfinished(first, act.at(), past))
                .map(what -> "starts in wave " + act.text("wave") + " although " + what)
                .toList();
    }

    /** One cluster of the wave that shows it, where there is one. */
    private static Stream<String> unfinished(WaveThen first, Instant at, Past past) {
        Instant latest = at.minus(first.soak()).plus(Grace.OF_DECISIONS);
        return past.about(first).stream()
                .filter(cluster -> cluster.settledSince()
                        .filter(since -> !since.isAfter(latest))
                        .isEmpty())
                .filter(cluster -> past.isIn(first, cluster))
                .limit(1)
                .map(cluster -> words(first, cluster));
    }

    private static String words(WaveThen first, ClusterThen cluster) {
        Optional<Instant> since = cluster.settledSince();
        Duration soak = first.soak();
        return since.map(end -> "wave " + first.name() + " soaks until " + end.plus(soak) + ": " + cluster.name()
                        + " ended " + end)
                .orElse(cluster.name() + " of wave " + first.name() + ", which comes first, has not ended");
    }
}
