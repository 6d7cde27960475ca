package io.convoy.lab;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.datastax.oss.driver.api.core.servererrors.InvalidQueryException;
import com.datastax.oss.driver.api.core.servererrors.UnauthorizedException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * A customer's nightly job in small: it makes a table {@code scratch_<n>}, fills some rows and drops it a little later, over
 * and over, as an ordinary role. It asks for permission before each drop.
 */
public final class TableDropper implements AutoCloseable {

    public static final String KEYSPACE = "scratch";

    private static final int ROWS = 20;
    private static final int TABLES_AT_ONCE = 3;
    private static final int AGREEMENT_LOOKS = 6;

    private final SwitchableClient<CqlSession> client;
    private final DropPermission permission;
    private final Duration pause;
    private final Deque<String> tables = new ArrayDeque<>();
    private final AtomicLong created = new AtomicLong();
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong deferred = new AtomicLong();
    private final ErrorTally refusals = new ErrorTally();
    private final ErrorTally errors = new ErrorTally();
    private final CountDownLatch stop = new CountDownLatch(1);
    private int tried;
    private final Thread worker = new Thread(this::work, "table-dropper");

    private TableDropper(ClientRoute route, DropPermission permission, Duration pause) {
        this.client = new SwitchableClient<>(route, session -> session);
        this.permission = permission;
        this.pause = pause;
        worker.setDaemon(true);
    }

    /** Makes the job's keyspace and lets the application role make and drop its own tables there. */
    public static void createSchema(ClientRoute operator, KeyspaceLayout keyspace) {
        try (CqlSession session = operator.connect(ClientRoute.SCHEMA_LIMIT)) {
            session.execute(keyspace.createStatement());
            session.execute(
                    "GRANT CREATE, SELECT, MODIFY ON KEYSPACE " + keyspace.name() + " TO " + LabAccounts.APPLICATION);
        }
    }

    /** Begins its work in the keyspace {@link #KEYSPACE}, with a pause after each table. */
    public static TableDropper start(ClientRoute route, DropPermission permission, Duration pause) {
        TableDropper dropper = new TableDropper(route, permission, pause);
        dropper.worker.start();
        return dropper;
    }

    public void cutOver(ClientRoute route) {
        client.cutOver(route);
    }

    public DropReport report() {
        return new DropReport(
                created.get(),
                done.get(),
                deferred.get(),
                refusals.count(),
                errors.count(),
                Stream.concat(refusals.messages().stream(), errors.messages().stream())
                        .toList());
    }

    private void work() {
        while (stop.getCount() > 0) {
            try {
                createTable();
                dropOldest();
            } catch (DriverException e) {
                errors.add(e);
            }
            waitForNext();
        }
    }

    private void waitForNext() {
        try {
            if (stop.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            stop.countDown();
            Thread.currentThread().interrupt();
        }
    }

    private void createTable() {
        if (tables.size() >= TABLES_AT_ONCE) {
            return;
        }
        // A name of its own for every try: whoever creates a table gets the right to drop it in a second write, and
        // where that one fails, the table is there, and trying again would neither create nor grant anything.
        String table = "scratch_" + tried++;
        execute("CREATE TABLE %s.%s (id int PRIMARY KEY, note text)".formatted(KEYSPACE, table), false);
        created.incrementAndGet();
        tables.add(table);
        awaitAgreement();
        for (int row = 0; row < ROWS; row++) {
            execute(
                    "INSERT INTO %s.%s (id, note) VALUES (%d, 'intermediate result')".formatted(KEYSPACE, table, row),
                    true);
        }
    }

    /** The driver waits for it once, and not for long; a node that learns of the table later refuses its rows. */
    private void awaitAgreement() {
        for (int look = 0; look < AGREEMENT_LOOKS; look++) {
            if (client.use(CqlSession::checkSchemaAgreement)) {
                return;
            }
        }
    }

    private void dropOldest() {
        if (tables.isEmpty()) {
            return;
        }
        String table = tables.element();
        Optional<DropPermission.Lease> lease = permission.ask(KEYSPACE, table);
        if (lease.isEmpty()) {
            deferred.incrementAndGet();
            return;
        }
        try {
            drop(table);
        } finally {
            lease.get().close();
        }
    }

    private void drop(String table) {
        try {
            execute("DROP TABLE IF EXISTS %s.%s".formatted(KEYSPACE, table), true);
            done.incrementAndGet();
            tables.remove();
        } catch (InvalidQueryException e) {
            if (!String.valueOf(e.getMessage()).startsWith("Guardrail")) {
                throw e;
            }
            refusals.add(e);
        } catch (UnauthorizedException e) {
            refusals.add(e);
        }
    }

    private void execute(String statement, boolean idempotent) {
        SimpleStatement patient = SimpleStatement.newInstance(statement)
                .setTimeout(ClientRoute.SCHEMA_LIMIT)
                .setIdempotent(idempotent);
        client.use(session -> session.execute(patient));
    }

    /** Stops after the request that is on its way. */
    public void stop() {
        stop.countDown();
        try {
            worker.join(TimeUnit.SECONDS.toMillis(60));
        } catch (InterruptedException e) {
            throw Pause.interrupted(e);
        }
    }

    @Override
    public void close() {
        stop();
        client.close();
    }
}
