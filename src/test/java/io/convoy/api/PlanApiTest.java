package io.convoy.api;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.convoy.PostgresForTests;
import io.convoy.base.Digest;
import io.convoy.plan.Fact;
import io.convoy.plan.FakePlanner;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PlanApiTest {

    private static final Fact THREE = new Fact("nodes", "3", Fact.Weight.BINDING);
    private static final Fact FOUR = new Fact("nodes", "4", Fact.Weight.BINDING);

    private final FakePlanner planner;
    private final String name = "fake-" + UUID.randomUUID().toString().substring(0, 8);
    private final String path = "/api/v1/clusters/" + name + "/plans";

    PlanApiTest(FakePlanner planner) {
        this.planner = planner;
    }

    @BeforeEach
    void aClusterWithoutAPlan() {
        planner.sees(THREE);
        given().body(ApiClusters.yaml(name).replace("cassandra-add-datacenter", FakePlanner.STRATEGY))
                .post("/api/v1/inventory/imports")
                .then()
                .statusCode(200);
    }

    @Test
    void aPlanIsCreatedOnceAndReadInThreeForms() {
        get(path + "/latest").then().statusCode(404).contentType("application/problem+json");

        given().post(path)
                .then()
                .statusCode(201)
                .header("Location", endsWith(path + "/1"))
                .body("revision", equalTo(1));
        given().contentType(ContentType.JSON)
                .body("{}")
                .post(path)
                .then()
                .statusCode(200)
                .header("Location", endsWith(path + "/1"));

        Response json = get(path + "/latest");
        json.then()
                .statusCode(200)
                .contentType(ContentType.JSON)
                .body("cluster", equalTo(name))
                .body("approval", nullValue())
                .body("plan.steps.id", contains("010-ask"));
        String yaml = given().accept("application/yaml").get(path + "/1").asString();
        assertThat(Digest.of(yaml).value()).isEqualTo(json.path("digest"));
        given().accept("text/markdown")
                .get(path + "/1")
                .then()
                .statusCode(200)
                .contentType("text/markdown")
                .body(containsString(name));
        get(path).then().body("items.revision", contains(1));
        get(path + "/2").then().statusCode(404);
        get(path + "/newest").then().statusCode(404);
    }

    @Test
    void twoRevisionsAreCompared() {
        given().post(path);
        planner.sees(FOUR);
        given().post(path).then().statusCode(201);

        get(path + "/2/diff?against=1")
                .then()
                .statusCode(200)
                .body("facts[0].name", equalTo("nodes"))
                .body("facts[0].then", equalTo("3"))
                .body("facts[0].now", equalTo("4"));
        get(path + "/latest/diff").then().body("against", equalTo(1));
        get(path + "/1/diff").then().statusCode(404);
    }

    @Test
    void aPlanIsApprovedByItsDigestAndTheApprovalWithdrawn() {
        String digest = given().post(path).path("digest");

        approve("{\"comment\":\"fine\"}").then().statusCode(422).body("problems[0].pointer", equalTo("/digest"));
        approve("{\"digest\":\"" + Digest.of("another").value() + "\"}").then().statusCode(409);
        approve("{\"digest\":\"" + digest + "\",\"comment\":\"fine\"}")
                .then()
                .statusCode(200)
                .body("revision", equalTo(1))
                .body("by", equalTo("ann"))
                .body("comment", equalTo("fine"));
        get(path + "/latest").then().body("approval.by", equalTo("ann"));
        given().delete(path + "/1/approval").then().statusCode(204);
        get(path + "/latest").then().body("approval", nullValue());
    }

    @Test
    void aStalePlanIsNotApprovedAndTheChangedFactsAreNamed() {
        String digest = given().post(path).path("digest");
        planner.sees(FOUR);

        approve("{\"digest\":\"" + digest + "\"}")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("problems[0].message", containsString("nodes: was '3', is '4'"));
    }

    private Response approve(String body) {
        return given().contentType(ContentType.JSON)
                .header("X-Convoy-Actor", "ann")
                .body(body)
                .put(path + "/latest/approval");
    }
}
