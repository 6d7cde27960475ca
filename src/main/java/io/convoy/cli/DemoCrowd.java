package io.convoy.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The users of all clusters of a demo. */
final class DemoCrowd implements AutoCloseable {

    private final Map<DemoCluster, DemoUsers> users = new LinkedHashMap<>();

    private DemoCrowd() {}

    static DemoCrowd start(List<DemoCluster> clusters, ConvoyClient convoy) {
        DemoCrowd crowd = new DemoCrowd();
        clusters.forEach(cluster -> crowd.users.put(cluster, cluster.use(convoy)));
        return crowd;
    }

    Map<String, DemoRun> runs(ConvoyClient convoy, boolean rollBack) {
        Map<String, DemoRun> runs = new LinkedHashMap<>();
        users.forEach((cluster, user) -> runs.put(cluster.name(), new DemoRun(convoy, cluster.name(), user, rollBack)));
        return runs;
    }

    void phase(String name) {
        users.values().forEach(user -> user.phase(name));
    }

    /** What each proves of its run. */
    List<DemoReport> reports(Map<String, JsonNode> runs, boolean rolledBack) {
        return users.entrySet().stream()
                .map(entry -> new DemoReport(
                        Objects.requireNonNull(runs.get(entry.getKey().name())),
                        entry.getValue().verdict(rolledBack),
                        rolledBack ? "ROLLED_BACK" : "SUCCEEDED",
                        entry.getKey().independentLook(rolledBack)))
                .toList();
    }

    @Override
    public void close() {
        users.values().forEach(DemoUsers::close);
    }
}
