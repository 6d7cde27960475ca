package io.convoy.api;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.convoy.PostgresForTests;
import io.convoy.ShiftedClock;
import io.convoy.base.ClusterName;
import io.convoy.base.RunId;
import io.convoy.hooks.FakeGuard;
import io.convoy.hooks.SchemaFreezes;
import io.convoy.inventory.InventoryStore;
import io.convoy.nodestatus.FakeProbe;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class AutomationApiTest {

    @Inject
    FakeProbe probe;

    @Inject
    FakeGuard guard;

    @Inject
    SchemaFreezes freezes;

    @Inject
    InventoryStore inventory;

    @Inject
    ShiftedClock clock;

    private final RunId run = RunId.random();
    private ClusterName name;
    private String path;

    @BeforeEach
    void aClusterThatNobodyHasAskedFor() {
        name = ApiClusters.imported();
        path = "/api/v1/clusters/" + name;
        guard.node(name, "10.0.0.1", true);
    }

    @AfterEach
    void reset() {
        clock.reset();
        probe.speaksAgain(name);
        freezes.release(inventory.get(name).cluster(), run);
    }

    private void freeze() {
        freezes.advance(inventory.get(name).cluster(), run, "rebuild of dc_new");
    }

    @Test
    void theFirstWhoAsksIsToldWhatALookAtTheClusterShows() {
        get(path + "/status")
                .then()
                .statusCode(200)
                .contentType(ContentType.JSON)
                .body("cluster", equalTo(name.value()))
                .body("version", greaterThan(0))
                .body("asOf", notNullValue())
                .body("ttlSeconds", equalTo(15))
                .body("fullyAvailable", equalTo(true))
                .body("schemaChanges.allowed", equalTo(true))
                .body("schemaChanges.reason", equalTo(""))
                .body("schemaChanges.retryAfterSeconds", equalTo(0))
                .body("nodes", hasSize(6))
                .body("nodes[0].name", equalTo("old-1"))
                .body("nodes[0].lifecycle", equalTo("RUNNING"))
                .body("nodes[0].operation", nullValue())
                .body("nodes[3].lifecycle", equalTo("PLANNED"))
                .body("nodes[3].fullyAvailable", equalTo(false));
    }

    @Test
    void aRebuildingNodeForbidsSchemaChangesAndMovesTheVersion() {
        int before = get(path + "/status").path("version");

        probe.rebuilds(name, 0.417);

        Response after = get(path + "/status?wait=20s&since=" + before);
        after.then()
                .statusCode(200)
                .body("version", greaterThan(before))
                .body("fullyAvailable", equalTo(false))
                .body("schemaChanges.allowed", equalTo(false))
                .body("schemaChanges.reason", containsString("new-1 (REBUILDING"))
                .body("nodes[3].name", equalTo("new-1"))
                .body("nodes[3].operation.kind", equalTo("rebuild"))
                .body("nodes[3].operation.progress", equalTo(0.41f))
                .body("nodes[3].operation.etaSeconds", equalTo(90));
        get(path + "/schema-changes").then().statusCode(423);
    }

    @Test
    void whoKnowsTheVersionIsToldThatNothingChangedUntilSomethingDoes() {
        String tag = get(path + "/status").header("ETag");

        given().header("If-None-Match", tag).get(path + "/status").then().statusCode(304);
        freeze();

        given().header("If-None-Match", tag)
                .get(path + "/status")
                .then()
                .statusCode(200)
                .header("ETag", not(tag))
                .body("schemaChanges.allowed", equalTo(false))
                .body("schemaChanges.reason", containsString("rebuild of dc_new"));
    }

    @Test
    void aLongPollIsAnsweredAtOnceWhenTheVersionIsAnotherOne() {
        assertThat(secondsFor(path + "/status?wait=30s&since=0")).isLessThan(5);
        assertThat(secondsFor(path + "/status?wait=PT30S")).isLessThan(5);
    }

    @Test
    void aLongPollIsAnsweredAfterItsWaitWhenNothingChanges() {
        int version = get(path + "/status").path("version");

        Response answer = get(path + "/status?wait=PT1S&since=" + version);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.<Integer>path("version")).isEqualTo(version);
        assertThat(answer.timeIn(TimeUnit.MILLISECONDS)).isBetween(1000L, 6000L);
    }

    @Test
    void aHundredWhoWaitHoldNoThreadAndAreAllAnsweredWhenAFreezeBegins() {
        int version = get(path + "/status").path("version");
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest wait = HttpRequest.newBuilder(server().resolve(path + "/status?wait=60s&since=" + version))
                .build();
        List<CompletableFuture<HttpResponse<String>>> waiting = IntStream.range(0, 100)
                .mapToObj(number -> client.sendAsync(wait, HttpResponse.BodyHandlers.ofString()))
                .toList();

        get(path + "/schema-changes").then().statusCode(200);
        freeze();

        assertThat(waiting)
                .allSatisfy(answer ->
                        assertThat(answer.get(20, TimeUnit.SECONDS).body()).contains("\"allowed\":false"));
    }

    @Test
    void theStreamTellsTheStatusNowAndEachChange() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server().resolve(path + "/status"))
                .header("Accept", "text/event-stream")
                .build();
        HttpResponse<InputStream> stream =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            assertThat(nextData(lines)).contains("\"allowed\":true");
            freeze();
            assertThat(nextData(lines)).contains("\"allowed\":false");
        }
    }

    private static URI server() {
        return URI.create(RestAssured.baseURI + ":" + RestAssured.port);
    }

    private static String nextData(BufferedReader lines) throws IOException {
        String line = lines.readLine();
        while (line != null && !line.startsWith("data:")) {
            line = lines.readLine();
        }
        return String.valueOf(line);
    }

    @Test
    void aFreezeIsAnsweredWithLockedAndWhenToAskAgain() {
        get(path + "/schema-changes").then().statusCode(200).body("allowed", equalTo(true));
        freeze();

        get(path + "/schema-changes")
                .then()
                .statusCode(423)
                .contentType("application/problem+json")
                .header("Retry-After", "30")
                .body("status", equalTo(423))
                .body("title", equalTo("Locked"))
                .body("detail", containsString("rebuild of dc_new"))
                .body("instance", equalTo(path + "/schema-changes"));
        permit("PT60S").then().statusCode(423).header("Retry-After", "30");
    }

    @Test
    void whatWasSeenTooLongAgoReadsAsNotAllowed() {
        get(path + "/schema-changes").then().statusCode(200);
        probe.fallsSilent(name);
        clock.forward(Duration.ofSeconds(20));

        get(path + "/status")
                .then()
                .statusCode(200)
                .body("fullyAvailable", equalTo(false))
                .body("schemaChanges.reason", containsString("last looked at"))
                .body("nodes.fullyAvailable", everyItem(equalTo(false)));
        get(path + "/schema-changes").then().statusCode(423);
    }

    @Test
    void aClusterThatCannotBeAskedReadsAsNotAllowed() {
        probe.refuses(name);

        get(path + "/status")
                .then()
                .statusCode(200)
                .body("fullyAvailable", equalTo(false))
                .body("schemaChanges.reason", equalTo("The cluster could not be asked: connection refused"))
                .body("nodes[0].lifecycle", equalTo("UNREACHABLE"));
    }

    @Test
    void aPermitIsGrantedRenewedAndGivenBack() {
        Response granted = permit("60s");
        granted.then()
                .statusCode(201)
                .body("expiresAt", notNullValue())
                .body("holder", equalTo("nightly-load"))
                .header("Location", containsString(path + "/schema-permits/"));
        String own = path + "/schema-permits/" + granted.path("id");

        get(path + "/schema-permits").then().body("items.id", contains(granted.<String>path("id")));
        given().contentType(ContentType.JSON)
                .body("{\"ttl\":\"PT5M\"}")
                .put(own)
                .then()
                .statusCode(200)
                .body("id", equalTo(granted.path("id")));
        given().delete(own).then().statusCode(204);
        given().delete(own).then().statusCode(204);
        given().contentType(ContentType.JSON)
                .body("{\"ttl\":\"PT5M\"}")
                .put(own)
                .then()
                .statusCode(409);
        get(path + "/schema-permits").then().body("items", hasSize(0));
    }

    @Test
    void aPermitAskedForWronglySaysWhatIsWrong() {
        permit("PT2H").then().statusCode(422).body("problems[0].pointer", equalTo("/ttl"));
        permit("soon").then().statusCode(422).body("problems[0].message", containsString("PT30S or 30s"));
        given().contentType(ContentType.JSON)
                .body("{\"ttl\":\"PT60S\"}")
                .post(path + "/schema-permits")
                .then()
                .statusCode(422)
                .body("problems[0].pointer", equalTo("/purpose"));
        given().delete(path + "/schema-permits/nonsense").then().statusCode(404);
    }

    private Response permit(String ttl) {
        return given().contentType(ContentType.JSON)
                .header("X-Convoy-Actor", "nightly-load")
                .body("{\"ttl\":\"" + ttl + "\",\"purpose\":\"drop staging tables\"}")
                .post(path + "/schema-permits");
    }

    private static long secondsFor(String url) {
        return get(url).timeIn(TimeUnit.SECONDS);
    }
}
