package io.convoy.cassandra;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How patient Convoy is with the nodes of Cassandra clusters. */
@ConfigMapping(prefix = "convoy.cassandra.nodes")
interface CassandraSettings {

    /** How long a connection may take to stand. */
    @WithDefault("3s")
    Duration connectTimeout();

    /** How long a node may take to answer a question. */
    @WithDefault("5s")
    Duration answerTimeout();

    /** How long a change of the schema may take to be answered. */
    @WithDefault("30s")
    Duration schemaChangeTimeout();

    default Patience patience() {
        return new Patience(connectTimeout(), answerTimeout(), schemaChangeTimeout());
    }
}
