package io.convoy.cassandra;

import java.util.ArrayList;
import java.util.List;

/** What a node's own tables tell of it; they are read on that very node. */
record NodeInside(
        List<StreamPlan> running, List<String> repairing, List<NodeViews.Client> clients, List<String> memory) {

    static NodeInside of(NodeViews views) {
        return new NodeInside(
                where41(() ->
                        views.streams().stream().filter(StreamPlan::isRunning).toList()),
                where41(views::repairing),
                views.clients(),
                views.rebuildMemory().keySet().stream().sorted().toList());
    }

    /** In the words of people who know Cassandra. */
    List<String> activities() {
        List<String> activities = new ArrayList<>();
        running.stream()
                .map(stream -> stream.operation().toLowerCase(java.util.Locale.ROOT)
                        + (stream.follower() ? " for " : " with ")
                        + String.join(", ", stream.peers()))
                .distinct()
                .forEach(activities::add);
        repairing.forEach(keyspace -> activities.add("repair of " + keyspace));
        return activities;
    }

    /** Older versions lack some of the views. */
    private static <T> List<T> where41(java.util.function.Supplier<List<T>> view) {
        try {
            return view.get();
        } catch (NodeRefusedException e) {
            return List.of();
        }
    }
}
