package io.convoy.api;

import static io.restassured.RestAssured.given;

import io.convoy.base.ClusterName;
import java.util.UUID;

/** Brings clusters of three nodes, and three to come, into the inventory; each in a fleet of its own. */
final class ApiClusters {

    private ApiClusters() {}

    static ClusterName imported() {
        String name = "fake-" + UUID.randomUUID().toString().substring(0, 8);
        given().body(yaml(name))
                .post("/api/v1/inventory/imports?format=yaml")
                .then()
                .statusCode(200);
        return new ClusterName(name);
    }

    static String yaml(String name) {
        return """
                apiVersion: convoy/v1
                kind: Inventory
                fleet: fleet-%1$s
                clusters:
                  - name: %1$s
                    kind: cassandra
                    version: 5.0.9
                    environment: staging
                    tier: gold
                    owner: {team: orders}
                    datacenters:
                      - name: dc_old
                        provider: aws
                        region: us-east-1
                        nodes:
                          - {name: old-1, address: 10.0.0.1, rack: rack1}
                          - {name: old-2, address: 10.0.0.2, rack: rack2}
                          - {name: old-3, address: 10.0.0.3, rack: rack3}
                    access: {contactPoints: ["10.0.0.1:9042"]}
                    target:
                      strategy: cassandra-add-datacenter
                      datacenters:
                        - name: dc_new
                          replaces: dc_old
                          provider: aws
                          region: us-east-1
                          nodes:
                            - {name: new-1, address: 10.0.1.1, rack: rack1}
                            - {name: new-2, address: 10.0.1.2, rack: rack2}
                            - {name: new-3, address: 10.0.1.3, rack: rack3}
                """.formatted(name);
    }
}
