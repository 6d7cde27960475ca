package io.convoy.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.convoy.base.ByteSize;
import io.convoy.lab.Lab;
import io.convoy.lab.LabHome;
import io.convoy.lab.LoadProgress;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The demo from start to proof. */
final class Demo {

    private static final Duration QUIET_BEFORE = Duration.ofSeconds(10);
    private static final Duration EVERY = Duration.ofMillis(500);
    private static final ByteSize KAFKA_DATA = ByteSize.parse("24MiB");

    private final DemoOrder order;
    private final DemoPlace place;
    private final PrintWriter out;
    private int loadedPercent = -1;

    Demo(DemoOrder order, DemoPlace place, PrintWriter out) {
        this.order = order;
        this.place = place;
        this.out = out;
    }

    int run() throws IOException, InterruptedException {
        place.forgetServer();
        try (Lab lab = Lab.open(LabHome.standard(), place.lab())) {
            lab.clear();
            List<DemoCluster> clusters = start(lab);
            Map<String, String> secrets = new HashMap<>();
            clusters.forEach(cluster -> secrets.putAll(cluster.secrets()));
            say("Starting Convoy …");
            try (DemoServer server = DemoServer.start(place, DemoPlace.freePort(), secrets)) {
                say("Convoy is ready at " + server.url() + " (its log: " + place.serverLog() + ")");
                return move(server, clusters);
            }
        }
    }

    private List<DemoCluster> start(Lab lab) {
        List<DemoCluster> clusters = new ArrayList<>();
        if (order.moves(DemoSource.CLUSTER.value())) {
            say("Starting 3 real Cassandra nodes on " + DemoSource.oldAddresses() + " …");
            DemoSource source = DemoSource.start(lab);
            say("Filling them with " + order.data() + " of data …");
            source.fill(order.data(), this::showLoading);
            clusters.add(source);
        }
        if (order.moves(DemoKafka.CLUSTER.value())) {
            say("Starting 3 real Kafka brokers, and a ZooKeeper that they share with another cluster …");
            DemoKafka source = DemoKafka.start(lab);
            source.fill(KAFKA_DATA);
            clusters.add(source);
        }
        return clusters;
    }

    private int move(DemoServer server, List<DemoCluster> clusters) throws IOException, InterruptedException {
        ConvoyClient convoy = server.client();
        importInventory(convoy);
        try (DemoCrowd crowd = DemoCrowd.start(clusters, convoy)) {
            Map<String, JsonNode> plans = new LinkedHashMap<>();
            for (DemoCluster cluster : clusters) {
                plans.put(cluster.name(), planAndApprove(convoy, cluster.name()));
            }
            DemoNeighbours neighbours = DemoNeighbours.approved(convoy);
            say("The rest of the program: " + neighbours.names() + ", whose moves are pretended");
            Patience.pause(QUIET_BEFORE);
            new DemoProgram(convoy, plans.keySet()).start();
            Map<String, JsonNode> runs = follow(crowd.runs(convoy, order.rollback()), new DemoPause(convoy, out));
            neighbours.await();
            say(neighbours.table());
            crowd.phase("after");
            Patience.pause(QUIET_BEFORE);
            boolean fine = report(convoy, crowd, runs, plans);
            if (order.keep()) {
                say("Left running at " + server.url() + "; Ctrl-C ends everything");
                Thread.currentThread().join();
            }
            return fine ? 0 : 1;
        }
    }

    /** Until each stands, or needs somebody whom the demo does not play. */
    private Map<String, JsonNode> follow(Map<String, DemoRun> followed, DemoPause pause) {
        ProgressBoard board = new ProgressBoard(out);
        Map<String, JsonNode> seen = new LinkedHashMap<>();
        do {
            Patience.pause(EVERY);
            followed.forEach((cluster, run) -> run.look().ifPresent(found -> seen.put(cluster, found)));
            board.show(List.copyOf(seen.values()));
            pause.mayCome(List.copyOf(seen.values()), board);
        } while (seen.size() < followed.size() || !seen.values().stream().allMatch(RunView::stands));
        board.finish();
        return seen;
    }

    private void importInventory(ConvoyClient convoy) throws IOException {
        JsonNode result =
                convoy.postBytes("/inventory/imports?format=yaml&dryRun=false", Files.readAllBytes(order.inventory()));
        say("Imported " + order.inventory() + ": " + result.path("added").size() + " clusters added");
    }

    private JsonNode planAndApprove(ConvoyClient convoy, String cluster) throws IOException {
        convoy.post("/clusters/" + cluster + "/plans", Map.of());
        JsonNode latest = convoy.get("/clusters/" + cluster + "/plans/latest");
        JsonNode plan = latest.path("plan");
        new Output().list(out, plan.path("steps"), PlanCommand.STEPS);
        for (JsonNode finding : plan.path("findings")) {
            say(finding.path("severity").asText() + "  "
                    + finding.path("subject").asText() + ": "
                    + finding.path("message").asText());
        }
        say("The plan for reviewers, with its rollback: "
                + PlanFiles.write(convoy, cluster, plan.path("fleet").asText(), place.plans()));
        String digest = latest.path("digest").asText();
        convoy.put(
                "/clusters/" + cluster + "/plans/latest/approval",
                Map.of("digest", digest, "comment", "demo: reviewed by whoever watches"));
        say("Approved by its digest " + digest);
        return latest;
    }

    private boolean report(
            ConvoyClient convoy, DemoCrowd crowd, Map<String, JsonNode> runs, Map<String, JsonNode> plans) {
        boolean fine = true;
        for (DemoReport report : crowd.reports(runs, order.rollback())) {
            say("");
            say(report.text());
            fine &= report.fine();
        }
        for (Map.Entry<String, JsonNode> plan : plans.entrySet()) {
            fine &= !order.rollback() || sourceIsAsItWas(convoy, plan.getKey(), plan.getValue());
        }
        JsonNode verdict = convoy.get("/audit/verification");
        AuditVerdict.lines(verdict).forEach(this::say);
        fine &= AuditVerdict.isFine(verdict);
        say(fine ? "Nothing was lost and nothing failed." : "FAILED: see above, and " + place.serverLog());
        return fine;
    }

    /** Planning again must find every fact that the first plan relied on unchanged. */
    private boolean sourceIsAsItWas(ConvoyClient convoy, String cluster, JsonNode before) {
        JsonNode again = convoy.post("/clusters/" + cluster + "/plans", Map.of());
        List<String> changed = SourceFacts.changed(before, again);
        say(
                changed.isEmpty()
                        ? "The source of " + cluster + " is as it was: planning again finds every fact unchanged"
                        : "The source of " + cluster + " has CHANGED: " + changed);
        return changed.isEmpty();
    }

    private void showLoading(LoadProgress progress) {
        int percent = progress.percent();
        if (percent / 10 != loadedPercent / 10) {
            say("  " + progress.written() + " written, " + percent + " %");
        }
        loadedPercent = percent;
    }

    private void say(@Nullable String line) {
        out.println(line);
        out.flush();
    }
}
