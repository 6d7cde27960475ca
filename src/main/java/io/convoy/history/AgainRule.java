package io.convoy.history;

import java.util.List;
import java.util.Optional;

/** What has moved, was rolled back or is skipped starts again only when somebody has said so. */
final class AgainRule implements Rule {

    @Override
    public String name() {
        return "again";
    }

    @Override
    public List<String> broken(Act act, Past past) {
        Optional<ClusterThen> cluster = past.known(act.cluster()).filter(known -> act.is(Act.ADMITTED));
        Optional<Act> skipped = cluster.flatMap(ClusterThen::skipped);
        if (skipped.isPresent()) {
            return List.of(
                    "starts although it is skipped since " + skipped.get().place());
        }
        return cluster.filter(known -> !known.isToGoAgain()).flatMap(ClusterThen::lastRun).stream()
                .map(ending -> "starts again although it " + (ending.succeeded() ? "has moved" : "was rolled back")
                        + " by " + ending.by().place() + " and nobody has approved it again or taken it up again")
                .toList();
    }
}
