package io.convoy.history;

import java.util.List;

/** A run that was paused, or needs attention, begins nothing until somebody lets it go on. */
final class StandingRule implements Rule {

    @Override
    public String name() {
        return "standing";
    }

    @Override
    public List<String> broken(Act act, Past past) {
        if (!act.is(Act.BEGUN)) {
            return List.of();
        }
        return past.run(act).flatMap(RunThen::stoodStillBy).stream()
                .map(since -> "begins step " + act.text("step") + " while its run stands still (" + since + ")")
                .toList();
    }
}
