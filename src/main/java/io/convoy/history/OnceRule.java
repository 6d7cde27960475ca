package io.convoy.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Each attempt at a step is begun once and ends at most once; a step is done at most once; one step at a time. */
final class OnceRule implements Rule {

    private static final Set<String> ENDS =
            Set.of("step.done", "step.undone", "step.failed", "step.gave-up", "step.limit");

    @Override
    public String name() {
        return "once";
    }

    @Override
    public List<String> broken(Act act, Past past) {
        Optional<RunThen> run = past.run(act);
        if (act.is(Act.BEGUN)) {
            return run.map(known -> begun(act, known)).orElse(List.of());
        }
        String end = act.word().endsWith(Act.LAST)
                ? act.word().substring(0, act.word().length() - Act.LAST.length())
                : act.word();
        return ENDS.contains(end) ? run.map(known -> ended(act, known, end)).orElseGet(() -> stray(act)) : List.of();
    }

    private static List<String> begun(Act act, RunThen run) {
        Tries tries = run.tries(act.text("step"), act.way());
        long attempt = act.details().path("attempt").asLong();
        String what = "attempt " + attempt + " at step " + tries.step()
                + (tries.way() == Way.BACK ? " on the way back " : " ");
        List<String> broken = new ArrayList<>();
        if (attempt <= tries.last()) {
            broken.add(what + "is begun a second time");
        } else if (attempt != tries.last() + 1) {
            broken.add(what + "is begun, and the one before is number " + tries.last());
        }
        if (attempt > tries.last() && tries.isOpen()) {
            broken.add(what + "is begun before attempt " + tries.last() + " has ended");
        }
        tries.doneBy().ifPresent(done -> broken.add(what + "is begun although the step was done by " + done));
        run.otherUnderWay(tries)
                .ifPresent(other -> broken.add(what + "is begun before step " + other.step() + " has ended"));
        run.turnedBackBy()
                .filter(turned -> act.way() == Way.FORWARD)
                .ifPresent(turned -> broken.add(what + "is begun although its run has turned back by " + turned));
        return broken;
    }

    private static List<String> ended(Act act, RunThen run, String end) {
        String step = act.text("step");
        Tries tries =
                switch (end) {
                    case "step.done" -> run.tries(step, Way.FORWARD);
                    case "step.undone" -> run.tries(step, Way.BACK);
                    default -> run.triesUnderWay(step);
                };
        return tries.isOpen() ? List.of() : List.of(end + " of step " + step + ", of which no attempt is under way");
    }

    private static List<String> stray(Act act) {
        return List.of(
                act.word() + " of step " + act.text("step") + " by run " + act.run() + ", which is not under way");
    }
}
