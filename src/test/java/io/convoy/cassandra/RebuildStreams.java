package io.convoy.cassandra;

import java.util.List;
import java.util.Optional;

/** The streams of rebuilds that one node itself tells of. */
record RebuildStreams(MoveRig rig, String address) {

    List<StreamPlan> all() {
        return new NodeViews(rig.link().cql(address))
                .streams().stream().filter(StreamPlan::isRebuild).toList();
    }

    Optional<StreamPlan> running() {
        return all().stream().filter(StreamPlan::isRunning).findFirst();
    }
}
