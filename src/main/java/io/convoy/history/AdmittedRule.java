package io.convoy.history;

import java.util.List;
import java.util.Optional;

/** Steps are those of a run that was admitted and has not ended. */
final class AdmittedRule implements Rule {

    @Override
    public String name() {
        return "admitted";
    }

    @Override
    public List<String> broken(Act act, Past past) {
        if (!act.is(Act.BEGUN)) {
            return List.of();
        }
        Optional<RunThen> run = past.run(act);
        if (run.flatMap(RunThen::admission).isPresent()) {
            return List.of();
        }
        String step = "step " + act.text("step") + " is begun by run " + act.run() + ", which ";
        Optional<Act> ended = past.known(act.cluster())
                .flatMap(ClusterThen::lastRun)
                .filter(ending -> ending.run().equals(act.run()))
                .map(ClusterThen.Ending::by);
        return List.of(step + ended.map(end -> "ended by " + end.place()).orElse("was never admitted"));
    }
}
