package io.convoy.plan;

import io.convoy.inventory.Endpoint;

/**
 * A ZooKeeper server as a plan knows it.
 *
 * @param id its {@code myid}
 * @param endpoint {@code host:port} where clients reach it
 */
public record PlannedServer(int id, String node, String endpoint) {

    public Endpoint at() {
        return Endpoint.parse(endpoint);
    }
}
