package io.convoy.api;

import io.convoy.base.ClusterName;
import io.convoy.base.Refusal;
import io.convoy.inventory.InventoryStore;
import io.convoy.inventory.StoredCluster;
import jakarta.enterprise.context.ApplicationScoped;

/** Finds the cluster that a path names. */
@ApplicationScoped
class Clusters {

    private final InventoryStore inventory;

    Clusters(InventoryStore inventory) {
        this.inventory = inventory;
    }

    StoredCluster named(String text) {
        return inventory.get(name(text));
    }

    static ClusterName name(String text) {
        if (!ClusterName.isValid(text)) {
            throw Refusal.notFound("There is no cluster of that name: a cluster's name is a DNS label");
        }
        return new ClusterName(text);
    }
}
