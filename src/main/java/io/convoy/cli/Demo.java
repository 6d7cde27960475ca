package io.convoy.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.convoy.lab.Lab;
import io.convoy.lab.LabHome;
import io.convoy.lab.LoadProgress;
import io.convoy.lab.WitnessReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The demo from start to proof. */
final class Demo {

    private static final String CLUSTER = DemoSource.CLUSTER.value();
    private static final Duration QUIET_BEFORE = Duration.ofSeconds(10);

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
            say("Starting 3 real Cassandra nodes on " + DemoSource.oldAddresses() + " …");
            DemoSource source = DemoSource.start(lab);
            say("Filling them with " + order.data() + " of data …");
            source.fill(order.data(), this::showLoading);
            say("Starting Convoy …");
            Map<String, String> secrets =
                    Map.of("ORDERS_CQL", source.operatorSecret(), "CONVOY_CASSANDRA_PASSWORD", randomPassword());
            try (DemoServer server = DemoServer.start(place, DemoPlace.freePort(), secrets)) {
                say("Convoy is ready at " + server.url() + " (its log: " + place.serverLog() + ")");
                return move(server);
            }
        }
    }

    private int move(DemoServer server) throws IOException, InterruptedException {
        ConvoyClient convoy = server.client();
        importInventory(convoy);
        try (DemoClients clients = DemoClients.start(convoy)) {
            JsonNode plan = planAndApprove(convoy);
            Patience.pause(QUIET_BEFORE);
            startWave(convoy);
            JsonNode run = new DemoRun(convoy, clients, order.rollback(), out).follow();
            clients.phase("after");
            Patience.pause(QUIET_BEFORE);
            boolean fine = report(convoy, clients, run, plan);
            if (order.keep()) {
                say("Left running at " + server.url() + "; Ctrl-C ends everything");
                Thread.currentThread().join();
            }
            return fine ? 0 : 1;
        }
    }

    private void importInventory(ConvoyClient convoy) throws IOException {
        JsonNode result =
                convoy.postBytes("/inventory/imports?format=yaml&dryRun=false", Files.readAllBytes(order.inventory()));
        say("Imported " + order.inventory() + ": " + result.path("added").size() + " cluster added");
    }

    private JsonNode planAndApprove(ConvoyClient convoy) throws IOException {
        convoy.post("/clusters/" + CLUSTER + "/plans", Map.of());
        JsonNode latest = convoy.get("/clusters/" + CLUSTER + "/plans/latest");
        JsonNode plan = latest.path("plan");
        new Output().list(out, plan.path("steps"), PlanCommand.STEPS);
        for (JsonNode finding : plan.path("findings")) {
            say(finding.path("severity").asText() + "  "
                    + finding.path("subject").asText() + ": "
                    + finding.path("message").asText());
        }
        say("The plan for reviewers, with its rollback: "
                + PlanFiles.write(convoy, CLUSTER, plan.path("fleet").asText(), place.plans()));
        String digest = latest.path("digest").asText();
        convoy.put(
                "/clusters/" + CLUSTER + "/plans/latest/approval",
                Map.of("digest", digest, "comment", "demo: reviewed by whoever watches"));
        say("Approved by its digest " + digest);
        return latest;
    }

    private static void startWave(ConvoyClient convoy) {
        convoy.put(
                "/program",
                Map.of(
                        "limits", Map.of("clusters", 1),
                        "waves", List.of(Map.of("name", "pilot", "clusters", List.of(CLUSTER)))));
        convoy.post("/waves/pilot/start", Map.of());
    }

    private boolean report(ConvoyClient convoy, DemoClients clients, JsonNode run, JsonNode plan) {
        DemoExpectation expected = DemoExpectation.of(order.rollback());
        WitnessReport witness = clients.witnessReport(expected.nodes());
        say("");
        DemoReport report = new DemoReport(run, witness, clients.drops(), expected);
        say(report.text());
        boolean sourceAsBefore = !order.rollback() || sourceIsAsItWas(convoy, plan);
        boolean audited = convoy.get("/audit/verification").path("intact").asBoolean();
        say("Audit record: " + (audited ? "intact" : "BROKEN"));
        boolean fine = report.fine() && sourceAsBefore && audited;
        say(fine ? "Nothing was lost and nothing failed." : "FAILED: see above, and " + place.serverLog());
        return fine;
    }

    /** Planning again must find every fact that the first plan relied on unchanged. */
    private boolean sourceIsAsItWas(ConvoyClient convoy, JsonNode before) {
        JsonNode again = convoy.post("/clusters/" + CLUSTER + "/plans", Map.of());
        List<String> changed = SourceFacts.changed(before, again);
        say(
                changed.isEmpty()
                        ? "The source is as it was: planning again finds every fact unchanged"
                        : "The source has CHANGED: " + changed);
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

    private static String randomPassword() {
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
