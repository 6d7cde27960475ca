package io.convoy.lab;

import com.datastax.oss.driver.api.core.CqlSession;

/** Sessions with a lab's clusters for tests elsewhere. */
public final class TestCql {

    private TestCql() {}

    /** Patient enough for changes of the schema. */
    public static CqlSession open(ClientRoute route) {
        return route.connect(ClientRoute.SCHEMA_LIMIT);
    }
}
