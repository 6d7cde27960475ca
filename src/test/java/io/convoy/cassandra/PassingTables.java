package io.convoy.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import io.convoy.lab.TestCql;
import io.convoy.lab.TestLab;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A customer's job that makes a table in a keyspace, drops it, and begins again at once, until it is closed. */
final class PassingTables implements AutoCloseable {

    private final String keyspace;
    private final AtomicInteger changes = new AtomicInteger();
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread job = new Thread(this::work, "passing-tables");

    private PassingTables(String keyspace) {
        this.keyspace = keyspace;
    }

    static PassingTables in(String keyspace) {
        PassingTables tables = new PassingTables(keyspace);
        tables.job.start();
        return tables;
    }

    /** How many tables have been made and dropped, each of which counts. */
    int changes() {
        return changes.get();
    }

    private void work() {
        try (CqlSession session = TestCql.open(TestLab.operator())) {
            while (stop.getCount() > 0) {
                String table = keyspace + ".passing_" + changes.get();
                session.execute("CREATE TABLE " + table + " (id int PRIMARY KEY)");
                changes.incrementAndGet();
                session.execute("DROP TABLE " + table);
                changes.incrementAndGet();
            }
        }
    }

    @Override
    public void close() {
        stop.countDown();
        try {
            job.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
