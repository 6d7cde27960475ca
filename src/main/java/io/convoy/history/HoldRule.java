package io.convoy.history;

import java.util.List;
import java.util.Optional;

/** Nothing starts and no step begins under a hold. */
final class HoldRule implements Rule {

    @Override
    public String name() {
        return "hold";
    }

    @Override
    public List<String> broken(Act act, Past past) {
        if (past.holds().isEmpty()) {
            return List.of();
        }
        if (act.is(Act.ADMITTED)) {
            return ignored("starts", SubjectThen.of(act), act.text("wave"), act, past);
        }
        Optional<RunThen.Admission> admission =
                past.run(act).filter(run -> act.is(Act.BEGUN)).flatMap(RunThen::admission);
        return admission
                .map(run -> ignored("begins step " + act.text("step"), run.subject(), run.wave(), act, past))
                .orElse(List.of());
    }

    private static List<String> ignored(String does, SubjectThen subject, String wave, Act act, Past past) {
        String presentWave = past.program().waveOf(subject).map(WaveThen::name).orElse(wave);
        return past.holds().stream()
                .filter(hold -> hold.standsAt(act.at()) && hold.covers(subject, presentWave))
                .map(hold -> does + " under the hold on " + hold.scope() + " that was set by " + hold.setBy())
                .toList();
    }
}
