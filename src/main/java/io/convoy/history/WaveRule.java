package io.convoy.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Clusters start in their own wave, once it is started, while it is not paused or aborted, and not before its date. */
final class WaveRule implements Rule {

    @Override
    public String name() {
        return "wave";
    }

    @Override
    public List<String> broken(Act act, Past past) {
        if (!act.is(Act.ADMITTED)) {
            return List.of();
        }
        String name = act.text("wave");
        List<String> broken = new ArrayList<>();
        Optional<Act> said = past.lastWordOn(name);
        if (said.filter(word -> word.is("wave.started")).isEmpty()) {
            broken.add("starts in wave " + name + ", which "
                    + said.map(word -> "has stood since " + word.place() + " (" + word.word() + ")")
                            .orElse("nobody has started"));
        }
        Optional<WaveThen> own = past.program().waveOf(SubjectThen.of(act));
        if (own.filter(wave -> wave.name().equals(name)).isEmpty()) {
            broken.add("starts in wave " + name + " and is in "
                    + own.map(wave -> "wave " + wave.name()).orElse("no wave of the program"));
        }
        past.program()
                .wave(name)
                .flatMap(WaveThen::notBefore)
                .filter(act.at()::isBefore)
                .ifPresent(begin -> broken.add("starts in wave " + name + ", which begins " + begin));
        return broken;
    }
}
