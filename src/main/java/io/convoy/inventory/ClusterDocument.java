package io.convoy.inventory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.convoy.base.Digest;
import io.convoy.base.Refusal;

/** A cluster in its canonical JSON form: equal clusters have equal bytes, and so equal digests. */
public record ClusterDocument(String json) {

    private static final JsonMapper JSON = new JsonMapper();

    public static ClusterDocument of(Cluster cluster) {
        try {
            return new ClusterDocument(JSON.writeValueAsString(ClusterTree.of(cluster)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts, numbers, lists and maps can be written as JSON", e);
        }
    }

    public Digest digest() {
        return Digest.of(json);
    }

    /** The cluster again. */
    public Cluster cluster() {
        Problems problems = new Problems();
        try {
            Item tree = JsonTree.read(json, problems, InventoryReader.DEEPEST);
            return new ClusterBinder(problems, Defaults.NONE, new Sharing())
                    .bind(tree)
                    .orElseThrow(problems::refusal);
        } catch (Refusal e) {
            throw new IllegalStateException("A stored cluster cannot be read: " + e.problems(), e);
        }
    }
}
