package io.convoy.lab;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import io.convoy.base.ByteSize;
import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Fills keyspaces with data that does not compress, so that a migration has something to move. */
public final class DataLoader {

    private static final int IN_FLIGHT = 48;
    private static final int ATTEMPTS = 5;

    private final LoadOrder order;
    private final Consumer<LoadProgress> listener;
    private final AtomicLong rows = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final Semaphore inFlight = new Semaphore(IN_FLIGHT);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    private DataLoader(LoadOrder order, Consumer<LoadProgress> listener) {
        this.order = order;
        this.listener = listener;
    }

    /** Makes the keyspaces, each with a table {@code data}, and fills them; the listener hears of each further percent. */
    public static void load(ClientRoute operator, LoadOrder order, Consumer<LoadProgress> listener) {
        DataLoader loader = new DataLoader(order, listener);
        try (CqlSession session = operator.connect(ClientRoute.SCHEMA_LIMIT)) {
            for (KeyspaceLayout keyspace : order.keyspaces()) {
                loader.load(session, keyspace);
            }
        }
    }

    private void load(CqlSession session, KeyspaceLayout keyspace) {
        session.execute(keyspace.createStatement());
        session.execute("CREATE TABLE IF NOT EXISTS " + keyspace.name()
                + ".data (id bigint PRIMARY KEY, payload blob) WITH compression = {'enabled': false}");
        PreparedStatement insert =
                session.prepare("INSERT INTO " + keyspace.name() + ".data (id, payload) VALUES (?, ?)");
        for (long id = 0; id < order.rowsOf(keyspace); id++) {
            inFlight.acquireUninterruptibly();
            insert(session, insert, keyspace, id, 1);
            throwFailure();
        }
        inFlight.acquireUninterruptibly(IN_FLIGHT);
        inFlight.release(IN_FLIGHT);
        throwFailure();
    }

    private void insert(CqlSession session, PreparedStatement insert, KeyspaceLayout keyspace, long id, int attempt) {
        session.executeAsync(insert.bind(id, payload(id))
                        .setConsistencyLevel(ConsistencyLevel.LOCAL_QUORUM)
                        .setIdempotent(true))
                .whenComplete((result, error) -> {
                    if (error != null && attempt < ATTEMPTS) {
                        insert(session, insert, keyspace, id, attempt + 1);
                    } else {
                        ended(keyspace, error);
                    }
                });
    }

    private void ended(KeyspaceLayout keyspace, @Nullable Throwable error) {
        inFlight.release();
        if (error != null) {
            failure.compareAndSet(null, error);
            return;
        }
        long all = order.rows();
        long now = rows.incrementAndGet();
        long written = bytes.addAndGet((long) LoadOrder.ROW_BYTES * keyspace.copies());
        if (now * 100 / all > (now - 1) * 100 / all) {
            listener.accept(new LoadProgress(keyspace.name(), now, all, new ByteSize(written)));
        }
    }

    private void throwFailure() {
        Throwable first = failure.get();
        if (first != null) {
            throw new LabException("Loading stopped after " + rows.get() + " rows: " + first.getMessage(), first);
        }
    }

    private static ByteBuffer payload(long id) {
        byte[] payload = new byte[LoadOrder.ROW_BYTES];
        new SplittableRandom(id).nextBytes(payload);
        return ByteBuffer.wrap(payload);
    }
}
