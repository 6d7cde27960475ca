package io.convoy.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    /** What each proves, in the order of their runs. */
    List<DemoReport> reports(Map<String, JsonNode> runs, boolean rolledBack) {
        List<DemoReport> reports = new ArrayList<>();
        runs.forEach((name, run) -> users.forEach((cluster, user) -> {
            if (cluster.name().equals(name)) {
                reports.add(new DemoReport(
                        run,
                        user.verdict(rolledBack),
                        rolledBack ? "ROLLED_BACK" : "SUCCEEDED",
                        cluster.independentLook(rolledBack)));
            }
        }));
        return reports;
    }

    @Override
    public void close() {
        users.values().forEach(DemoUsers::close);
    }
}
