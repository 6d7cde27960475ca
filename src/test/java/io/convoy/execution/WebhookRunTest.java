package io.convoy.execution;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInRelativeOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.convoy.PostgresForTests;
import io.convoy.ShiftedClock;
import io.convoy.TestClusters;
import io.convoy.base.Actor;
import io.convoy.base.ClusterName;
import io.convoy.base.Digest;
import io.convoy.base.RunId;
import io.convoy.base.SecretReference;
import io.convoy.base.StepId;
import io.convoy.hooks.Automation;
import io.convoy.hooks.Automation.Answer;
import io.convoy.hooks.FakeSubscriptions;
import io.convoy.hooks.HookSubscription;
import io.convoy.inventory.Fleet;
import io.convoy.inventory.ImportFormat;
import io.convoy.inventory.InventoryExport;
import io.convoy.inventory.InventoryImports;
import io.convoy.inventory.InventoryStore;
import io.convoy.plan.ChangePlan;
import io.convoy.plan.GeneralStep.Webhook;
import io.convoy.plan.PlannedStep;
import io.convoy.plan.Undo;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs whose only step asks a webhook: a real server on loopback, the engine over a real PostgreSQL, and no waiting. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class WebhookRunTest {

    private static final Actor ANN = new Actor("ann");

    @Inject
    RunStore store;

    @Inject
    Confirmations confirmations;

    @Inject
    RunGuards guards;

    @Inject
    InventoryStore inventory;

    @Inject
    InventoryImports imports;

    @Inject
    StepHandlers handlers;

    @Inject
    FakeSubscriptions subscriptions;

    @Inject
    ShiftedClock clock;

    @TempDir
    Path secrets;

    private final NotedTriggers triggers = new NotedTriggers();
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final Automation automation = new Automation(message -> next());
    private boolean diesBeforeSettling;
    private Runs runs;
    private Runner runner;
    private RunId run;

    private synchronized Answer next() {
        return Optional.ofNullable(answers.poll()).orElseGet(() -> Answer.of(200));
    }

    @BeforeEach
    void startARun() throws IOException {
        ClusterName cluster = imported();
        Path url = Files.writeString(secrets.resolve("url"), automation.url() + "/cutover?token=hunter2");
        FrozenPlans plans = ignored -> plan(cluster, new SecretReference("file:" + url));
        RunLedger ledger = new MortalLedger(plans);
        runner = new Runner(ledger, handlers, inventory, clock);
        runs = new Runs(store, confirmations, plans, new RunMoves(store, triggers, guards, clock), clock);
        run = QuarkusTransaction.requiringNew()
                .call(() -> runs.start(cluster, "pilot", 1, Digest.of("plan"), ANN))
                .id();
    }

    @AfterEach
    void endTheRun() {
        clock.reset();
        subscriptions.endAll();
        automation.close();
        QuarkusTransaction.requiringNew().run(() -> store.findRun(run)
                .filter(left -> !left.state().isFinal())
                .ifPresent(left -> store.write(left, new RunState.RolledBack(), clock.instant())));
    }

    @Test
    void aHookThatSaysNotYetThreeTimesIsAskedAgainWhenItWishes() {
        answers.add(Answer.of(202, "3 clients left"));
        answers.add(Answer.of(
                200, "{\"answer\": \"not-yet\", \"retryAfter\": \"PT5M\", \"reason\": \"team-b is moving\"}"));
        answers.add(new Answer(503, "", List.of("Retry-After", "60")));

        runner.advance(new Turn(run, 1));
        assertThat(state().reason()).endsWith("says not yet (202): 3 clients left");
        Instant before = clock.instant();
        runner.advance(new Turn(run, 1));
        assertThat(state().reason()).endsWith("says not yet (200): team-b is moving");
        assertThat(triggers.next.orElseThrow())
                .isBetween(before.plus(Duration.ofMinutes(5)), clock.instant().plus(Duration.ofMinutes(5)));
        runner.advance(new Turn(run, 1));
        assertThat(state()).isInstanceOf(RunState.Waiting.class);
        runner.advance(new Turn(run, 1));

        assertThat(state()).isInstanceOf(RunState.Succeeded.class);
        assertThat(ids()).hasSize(4).containsOnly(run + "/cutover/forward");
        assertThat(attempts()).as("waiting is no failed attempt").hasSize(1);
        deliveries()
                .body("items.attempt", contains(4, 3, 2, 1))
                .body("items.verdict", contains("AGREED", "NOT_YET", "NOT_YET", "NOT_YET"))
                .body("items.status", contains(200, 503, 200, 202))
                .body("items[2].said", equalTo("team-b is moving"))
                .body("items[0].step", equalTo("cutover"));
    }

    @Test
    void aHookThatFailsIsAskedAgainByTheStepsOwnRetries() {
        answers.add(Answer.of(500, "stack trace"));

        runner.advance(new Turn(run, 1));
        assertThat(state().reason())
                .contains("it answered 500; tries again in 5 s")
                .doesNotContain("stack trace");
        runner.advance(new Turn(run, 1));

        assertThat(state()).isInstanceOf(RunState.Succeeded.class);
        assertThat(ids()).hasSize(2).containsOnly(run + "/cutover/forward");
        assertThat(attempts()).hasSize(2);
    }

    @Test
    void aRefusalNeedsAPersonAndSaysWhatTheHookSaid() {
        answers.add(Answer.of(403, "{\"reason\": \"team-b is on leave\"}"));

        runner.advance(new Turn(run, 1));

        assertThat(state()).isInstanceOf(RunState.NeedsAttention.class);
        assertThat(state().reason())
                .contains("refused (403)\nteam-b is on leave")
                .doesNotContain("hunter2");
        deliveries().body("items.verdict", contains("REFUSED")).body("items[0].said", equalTo("team-b is on leave"));
        assertThat(deliveries().extract().asString()).doesNotContain("hunter2");
    }

    @Test
    void aHookWhoseAskerDiedIsAskedAgainUnderTheSameId() {
        diesBeforeSettling = true;
        assertThatThrownBy(() -> runner.advance(new Turn(run, 1))).isInstanceOf(ProcessDied.class);
        assertThat(state()).as("nobody knows of the answer").isEqualTo(new RunState.Running(0));

        runner.advance(new Turn(run, 1));

        assertThat(state()).isInstanceOf(RunState.Succeeded.class);
        assertThat(ids()).hasSize(2).containsOnly(run + "/cutover/forward");
        assertThat(automation.received().get(1).text())
                .isEqualTo(automation.received().get(0).text());
    }

    @Test
    void theWayBackAsksAnotherQuestion() {
        answers.add(Answer.of(202));
        runner.advance(new Turn(run, 1));

        QuarkusTransaction.requiringNew().run(() -> runs.rollBack(run, ANN));
        runner.advance(new Turn(run, 1));
        runner.advance(new Turn(run, 1));

        assertThat(state()).isInstanceOf(RunState.RolledBack.class);
        assertThat(ids()).containsExactly(run + "/cutover/forward", run + "/cutover/back");
    }

    @Test
    void theServerTellsSubscribersOfTheRun() throws IOException {
        Path url = Files.writeString(secrets.resolve("events"), automation.url() + "/events");
        SecretReference told = new SecretReference("file:" + url);
        subscriptions.add(new HookSubscription(told, List.of("run.*", "step.*"), Optional.empty()));
        await().untilAsserted(() -> given().get("/api/v1/subscribers")
                .then()
                .body("items.find { it.receiver == '" + told + "' }.position", notNullValue()));
        answers.add(Answer.of(403));

        runner.advance(new Turn(run, 1));
        QuarkusTransaction.requiringNew().run(() -> runs.retry(run, ANN));
        runner.advance(new Turn(run, 1));

        List<String> all = List.of("run.started", "run.needs-attention", "step.done", "run.succeeded");
        await().untilAsserted(() -> assertThat(toldOf()).containsExactlyElementsOf(all));
        deliveries()
                .body(
                        "items.type",
                        containsInRelativeOrder(
                                "io.convoy.run.succeeded", "io.convoy.run.needs-attention", "io.convoy.run.started"));
    }

    private List<String> toldOf() {
        return automation.received().stream()
                .filter(message ->
                        message.path().equals("/events") && message.text().contains(run.toString()))
                .map(message -> message.text().replaceAll(".*\"type\":\"io.convoy.([a-z.-]+)\".*", "$1"))
                .toList();
    }

    private ValidatableResponse deliveries() {
        return given().get("/api/v1/runs/" + run + "/deliveries").then().statusCode(200);
    }

    private List<String> ids() {
        return automation.received().stream()
                .map(message -> message.header("webhook-id"))
                .toList();
    }

    private RunState state() {
        return QuarkusTransaction.requiringNew()
                .call(() -> store.findRun(run).orElseThrow().state());
    }

    private List<Attempt> attempts() {
        return QuarkusTransaction.requiringNew().call(() -> store.attempts(run));
    }

    private ClusterName imported() {
        String name = "asked-" + UUID.randomUUID().toString().substring(0, 8);
        String file = InventoryExport.yaml(new Fleet(name, List.of(TestClusters.moving(name))));
        imports.run(ANN, ImportFormat.YAML, file.getBytes(StandardCharsets.UTF_8), Optional.empty());
        return new ClusterName(name);
    }

    private static ChangePlan plan(ClusterName cluster, SecretReference url) {
        PlannedStep cutover = new PlannedStep(
                new StepId("cutover"),
                "phase",
                "Ask",
                new Webhook(url, Optional.empty(), "move clients"),
                Undo.by(new Webhook(url, Optional.empty(), "move clients back"), "Asks."),
                "To know.",
                Duration.ofMinutes(1),
                Duration.ofHours(1));
        return new ChangePlan("fleet", cluster, "test", "Asks.", List.of(), List.of(), List.of(cutover));
    }

    private static final class ProcessDied extends Error {}

    /** What the container's proxy does for the real one; and it can die once, between the call and its settlement. */
    private final class MortalLedger extends RunLedger {

        MortalLedger(FrozenPlans plans) {
            super(store, confirmations, plans, triggers, guards);
        }

        @Override
        Optional<Work> claim(Turn id, Instant now) {
            return QuarkusTransaction.requiringNew().call(() -> super.claim(id, now));
        }

        @Override
        void settle(Work work, Outcome outcome, Instant now) {
            if (diesBeforeSettling) {
                diesBeforeSettling = false;
                throw new ProcessDied();
            }
            QuarkusTransaction.requiringNew().run(() -> super.settle(work, outcome, now));
        }
    }
}
