package io.convoy.wave;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.convoy.PostgresForTests;
import io.convoy.audit.AuditLog;
import io.convoy.base.Actor;
import io.convoy.hooks.Automation;
import io.convoy.hooks.Automation.Answer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ProgramHooksTest {

    private static final String SECRET_PATH = "/never-to-be-seen";

    @Inject
    AuditLog audit;

    @TempDir
    Path secrets;

    private final Automation automation = new Automation(message -> Answer.of(200));

    @AfterEach
    void forgetTheProgram() {
        put("limits: {clusters: 1}").then().statusCode(200);
        automation.close();
    }

    @Test
    void whomTheProgramNamesIsToldWhatHappensUntilItNamesThemNoMore() throws IOException {
        String url = "file:" + Files.writeString(secrets.resolve("url"), automation.url() + SECRET_PATH);

        put("hooks: [{url: '" + url + "', events: [wave.paused]}]").then().statusCode(200);

        get("/api/v1/program")
                .then()
                .body("hooks[0].url", equalTo(url))
                .body("hooks[0].events", equalTo(List.of("wave.paused")))
                .body(not(containsString(SECRET_PATH)));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> get("/api/v1/subscribers").then().body("items.receiver", hasItem(url)));
        // It is told of what happens from the moment that it was first seen.
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            QuarkusTransaction.requiringNew()
                    .run(() -> audit.record(new Actor("ann"), "wave.paused", "hooked", Map.of("reason", "look")));
            return !automation.received().isEmpty();
        });
        assertThat(automation.received()).allSatisfy(message -> {
            assertThat(message.path()).isEqualTo(SECRET_PATH);
            assertThat(message.text()).contains("io.convoy.wave.paused");
        });

        put("limits: {clusters: 1}").then().statusCode(200);

        get("/api/v1/subscribers").then().body("items.receiver", not(hasItem(url)));
    }

    @Test
    void aHookThatCannotBeServedIsRefusedWithItsPlace() {
        put("hooks: [{url: 'env:CHAT', events: ['*']}, {url: 'env:OTHER', events: [wave.pausd]}]")
                .then()
                .statusCode(422)
                .body("problems[0].pointer", equalTo("/hooks/1/events/0"))
                .body("problems[0].message", containsString("wave.paused"));
        put("hooks: [{url: 'http://chat.test/never-to-be-seen', events: ['*']}]")
                .then()
                .statusCode(422)
                .body(containsString("/hooks/0"))
                .body(containsString("env:NAME"))
                .body(not(containsString("never-to-be-seen")));
        get("/api/v1/program").then().body(not(containsString("hooks")));
    }

    private static Response put(String program) {
        return given().contentType("application/yaml")
                .body(program.getBytes(StandardCharsets.UTF_8))
                .put("/api/v1/program");
    }
}
