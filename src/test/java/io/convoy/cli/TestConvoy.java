package io.convoy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.convoy.base.ClusterName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A Convoy server in a process of its own, which tests kill and start again; and what its operators do. */
final class TestConvoy implements AutoCloseable {

    private static final Duration LONGEST_STEP = Duration.ofMinutes(4);

    private final DemoPlace place;
    private final Map<String, String> secrets;
    private ClusterName moving;
    private final int port = DemoPlace.freePort();
    private DemoServer server;

    TestConvoy(DemoPlace place, ClusterName moving, Map<String, String> secrets) {
        this.place = place;
        this.moving = moving;
        this.secrets = secrets;
        this.server = DemoServer.start(place, port, secrets);
    }

    ConvoyClient client() {
        return server.client();
    }

    /** As a power cut would; its PostgreSQL goes on. */
    void kill() {
        ProcessHandle process = ProcessHandle.of(server.pid()).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
        server.close();
    }

    void startAgain() {
        server = DemoServer.start(place, port, secrets);
    }

    /** From now on, what is asked and done concerns this cluster. */
    void turnTo(ClusterName cluster) {
        moving = cluster;
    }

    void importInventory(Path file) throws IOException {
        importInventory(Files.readAllBytes(file));
    }

    void importInventory(byte[] yaml) {
        client().postBytes("/inventory/imports?format=yaml&dryRun=false", yaml);
    }

    JsonNode plan() {
        client().post(cluster("/plans"), Map.of());
        return client().get(cluster("/plans/latest"));
    }

    void approve(JsonNode plan) {
        client().put(
                        cluster("/plans/latest/approval"),
                        Map.of("digest", plan.path("digest").asText(), "comment", "reviewed"));
    }

    void startWave(String name) {
        client().put(
                        "/program",
                        Map.of(
                                "limits", Map.of("clusters", 1),
                                "waves", List.of(Map.of("name", name, "clusters", List.of(moving)))));
        client().post("/waves/" + name + "/start", Map.of());
    }

    String explanation() {
        return client().get(cluster("/explain")).path("reason").asText();
    }

    /** The id of the newest run, once there are as many. */
    String run(int number) {
        return await().atMost(LONGEST_STEP)
                .until(() -> client().get("/runs?cluster=" + moving).path("items"), all -> all.size() >= number)
                .get(0)
                .path("id")
                .asText();
    }

    /** The run when a step of that kind is being worked at as wished. */
    JsonNode awaitStep(String run, String kind, Predicate<JsonNode> wish) {
        return awaitRun(run, seen -> RunView.current(seen)
                .filter(step -> isOf(kind, step))
                .filter(wish)
                .isPresent());
    }

    /** The run when it stands still. */
    JsonNode awaitEnd(String run) {
        return awaitRun(run, RunView::stands);
    }

    private JsonNode awaitRun(String run, Predicate<JsonNode> wish) {
        return await().atMost(LONGEST_STEP)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .conditionEvaluationListener(seen -> assertThat(seen.getValue().toString())
                        .as("the run needs nobody")
                        .doesNotContain("\"state\":\"NEEDS_ATTENTION\""))
                .until(() -> client().get("/runs/" + run), wish);
    }

    void confirm(String run, JsonNode at) {
        String step = RunView.current(at).orElseThrow().path("id").asText();
        client().post("/runs/" + run + "/steps/" + step + "/confirmation", Map.of("comment", "yes"));
    }

    void rollBack(String run) {
        client().post("/runs/" + run + "/rollback", Map.of());
    }

    JsonNode status() {
        return client().get(cluster("/status"));
    }

    boolean schemaChangesAllowed() {
        return status().at("/schemaChanges/allowed").asBoolean();
    }

    boolean auditIsIntact() {
        JsonNode verdict = client().get("/audit/verification");
        assertThat(AuditVerdict.lines(verdict))
                .filteredOn(line -> line.startsWith("  "))
                .isEmpty();
        return AuditVerdict.isFine(verdict);
    }

    static Stream<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static boolean isOf(String kind, JsonNode step) {
        boolean back = step.path("status").asText().equals("UNDOING");
        return step.path(back ? "undo" : "kind").asText().equals(kind);
    }

    private String cluster(String rest) {
        return "/clusters/" + moving + rest;
    }

    @Override
    public void close() {
        server.close();
    }
}
