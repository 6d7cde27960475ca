package io.convoy.history;

import java.util.List;

/** A cluster is in one run at a time. */
final class OneRunRule implements Rule {

    @Override
    public String name() {
        return "one-run";
    }

    @Override
    public List<String> broken(Act act, Past past) {
        if (!act.is("run.created") && !act.is(Act.ADMITTED)) {
            return List.of();
        }
        return past.known(act.cluster()).flatMap(ClusterThen::run).stream()
                .filter(open -> !open.id().equals(act.run()))
                .map(open -> "run " + act.run() + " begins while run " + open.id() + " has not ended")
                .toList();
    }
}
