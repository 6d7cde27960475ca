package io.convoy.api;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.convoy.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class InventoryApiTest {

    private final String name = "fake-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void anImportIsTriedOutDoneAndRepeatedWithoutEffect() {
        String file = ApiClusters.yaml(name);

        given().body(file)
                .post("/api/v1/inventory/imports?format=yaml&dryRun=true")
                .then()
                .statusCode(200)
                .body("added", contains(name))
                .body("dryRun", equalTo(true));
        get("/api/v1/clusters/" + name).then().statusCode(404);
        given().body(file)
                .post("/api/v1/inventory/imports?format=yaml")
                .then()
                .statusCode(200)
                .body("added", contains(name))
                .body("dryRun", equalTo(false));
        given().body(file)
                .post("/api/v1/inventory/imports")
                .then()
                .body("added", hasSize(0))
                .body("unchanged", equalTo(1));
        given().body(file.replace("5.0.9", "5.0.10"))
                .post("/api/v1/inventory/imports")
                .then()
                .body("changed[0].name", equalTo(name))
                .body("changed[0].facts[0].fact", equalTo("version"));
    }

    @Test
    void clustersAreListedPageByPageAndFiltered() {
        given().body(ApiClusters.yaml(name)).post("/api/v1/inventory/imports");

        get("/api/v1/clusters?q=" + name)
                .then()
                .statusCode(200)
                .body("items.name", contains(name))
                .body("items[0].kind", equalTo("cassandra"))
                .body("items[0].nodes", equalTo(3))
                .body("items[0].regions", contains("aws/us-east-1"))
                .body("items[0].owner.team", equalTo("orders"))
                .body("items[0].state", equalTo("NOT_STARTED"))
                .body("next", nullValue());
        get("/api/v1/clusters?kind=kafka").then().body("items.name", not(hasItem(name)));
        get("/api/v1/clusters?provider=gcp&q=" + name).then().body("items", hasSize(0));
        get("/api/v1/clusters?state=RUNNING&q=" + name).then().body("items", hasSize(0));
        get("/api/v1/clusters?kind=redis").then().statusCode(422);
        get("/api/v1/clusters?limit=0").then().statusCode(422);
        get("/api/v1/clusters/" + name).then().statusCode(200).body("cluster.version", equalTo("5.0.9"));
    }

    @Test
    void aDiscoveryThatCannotBeDoneSaysWhy() {
        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/inventory/discoveries")
                .then()
                .statusCode(422)
                .body("problems[0].pointer", equalTo("/address"));
        given().contentType(ContentType.JSON)
                .body("{\"address\": \"redis://127.0.0.1:1\"}")
                .post("/api/v1/inventory/discoveries")
                .then()
                .statusCode(422)
                .body("detail", containsString("cassandra://"));
        given().contentType(ContentType.JSON)
                .body("{\"address\": \"cassandra://127.0.0.1:1\"}")
                .post("/api/v1/inventory/discoveries")
                .then()
                .statusCode(422)
                .body("detail", containsString("CQL of 127.0.0.1:1"));
    }

    @Test
    void aFileWithMistakesIsRefusedWithThePlaceOfEach() {
        given().body("apiVersion: convoy/v1\nkind: Inventory\nfleet: x\nclusters:\n  - nam: orders\n")
                .post("/api/v1/inventory/imports?format=yaml")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("problems[0].line", equalTo(5))
                .body("problems[0].message", notNullValue());
        given().body("x").post("/api/v1/inventory/imports?format=toml").then().statusCode(422);
    }

    @Test
    void everyErrorIsAProblemDocument() {
        String problem = "application/problem+json";
        get("/api/v1/clusters/no-such-cluster").then().statusCode(404).contentType(problem);
        get("/api/v1/clusters/Not_A_Label").then().statusCode(404).contentType(problem);
        get("/api/v1/nothing").then().statusCode(404).contentType(problem);
        get("/api/v1/clusters/a/b/c").then().statusCode(404).contentType(problem);
        given().delete("/api/v1/clusters").then().statusCode(405).contentType(problem);
        given().accept("image/png")
                .get("/api/v1/clusters")
                .then()
                .statusCode(406)
                .contentType(problem);
        given().contentType(ContentType.TEXT)
                .body("x")
                .post("/api/v1/clusters/" + name + "/schema-permits")
                .then()
                .statusCode(415)
                .contentType(problem);
        given().contentType(ContentType.JSON)
                .body("{\"ttl\": ")
                .post("/api/v1/clusters/" + name + "/schema-permits")
                .then()
                .statusCode(400)
                .contentType(problem)
                .body("problems[0].line", equalTo(1));
        given().contentType(ContentType.JSON)
                .body("{\"ttl\": {\"no\": 1}, \"purpose\": \"x\"}")
                .post("/api/v1/clusters/" + name + "/schema-permits")
                .then()
                .statusCode(400)
                .contentType(problem)
                .body("problems[0].pointer", equalTo("/ttl"))
                .body("problems[0].message", not(containsString("io.convoy")));
    }

    @Test
    void requestsThatAPageInABrowserMayHaveSentAreRefused() {
        given().header("Origin", "https://evil.example")
                .get("/api/v1/clusters")
                .then()
                .statusCode(403);
        given().header("Host", "evil.example").get("/api/v1/clusters").then().statusCode(403);
        given().header("X-Convoy-Actor", "two words")
                .get("/api/v1/clusters")
                .then()
                .statusCode(400);
    }

    @Test
    void theAuditTellsWhoDidWhatAndIsWhole() {
        given().header("X-Convoy-Actor", "ann@example.com")
                .body(ApiClusters.yaml(name))
                .post("/api/v1/inventory/imports");

        get("/api/v1/audit?subject=fleet:fleet-" + name)
                .then()
                .statusCode(200)
                .body("items[0].actor", equalTo("ann@example.com"))
                .body("items[0].act", equalTo("inventory.imported"))
                .body("items[0].details.added", contains(name));
        int first = get("/api/v1/audit?limit=1").path("items[0].sequence");
        assertThat(get("/api/v1/audit?limit=1&after=" + first).<Integer>path("items[0].sequence"))
                .isEqualTo(first + 1);
        get("/api/v1/audit/verification")
                .then()
                .body("intact", equalTo(true))
                .body("reason", nullValue())
                .body("history.entries", greaterThan(0));
    }
}
