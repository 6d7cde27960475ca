package io.convoy.lab;

import com.datastax.oss.driver.api.core.CqlSession;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An application that writes numbered rows and reads them back all through a migration, at {@code LOCAL_QUORUM} as an
 * ordinary role, and in the end says whether every acknowledged row is still there.
 */
public final class CassandraWitness implements AutoCloseable {

    public static final String KEYSPACE = "witness";

    private static final int IN_FLIGHT = 512;
    private static final long TICK_MILLIS = 5;

    private final SwitchableClient<WitnessStatements> client;
    private final int perSecond;
    private final AcknowledgedRows rows = new AcknowledgedRows();
    private final ErrorTally errors = new ErrorTally();
    private final AtomicLong missedReads = new AtomicLong();
    private final Phases phases = new Phases();
    private final Semaphore inFlight = new Semaphore(IN_FLIGHT);
    private final Thread worker = new Thread(this::work, "witness");
    private volatile boolean stopped;

    private CassandraWitness(ClientRoute route, int perSecond) {
        this.client = new SwitchableClient<>(route, session -> new WitnessStatements(session, KEYSPACE));
        this.perSecond = perSecond;
        worker.setDaemon(true);
    }

    /** Makes the witness's keyspace and table and lets the application role use them. */
    public static void createSchema(ClientRoute operator, Map<String, Integer> replicationFactors) {
        try (CqlSession session = operator.connect(ClientRoute.SCHEMA_LIMIT)) {
            WitnessStatements.createSchema(session, new KeyspaceLayout.NetworkTopology(KEYSPACE, replicationFactors));
        }
    }

    /**
     * Begins its work.
     *
     * @param perSecond so many writes and as many reads
     */
    public static CassandraWitness start(ClientRoute route, int perSecond) {
        CassandraWitness witness = new CassandraWitness(route, perSecond);
        witness.worker.start();
        return witness;
    }

    /** Names what goes on from now on; times are told by phase. */
    public void phase(String name) {
        phases.begin(name);
    }

    /** Moves this client to another datacenter, as its owner's deployment would; returns when it is done. */
    public void cutOver(ClientRoute route) {
        client.cutOver(route);
    }

    public long acknowledged() {
        return rows.count();
    }

    public long errors() {
        return errors.count();
    }

    public long missedReads() {
        return missedReads.get();
    }

    private void work() {
        long begin = System.nanoTime();
        int next = 0;
        while (!stopped) {
            long due = (System.nanoTime() - begin) * perSecond / TimeUnit.SECONDS.toNanos(1);
            while (next < due && !stopped) {
                write(next++);
                rows.any().ifPresent(number -> read((int) number));
            }
            Pause.millis(TICK_MILLIS);
        }
    }

    private void write(int number) {
        send(statements -> statements.write(number).thenAccept(done -> rows.add(number)));
    }

    private void read(int number) {
        send(statements -> statements.read(number).thenAccept(this::noteMissed));
    }

    private void noteMissed(boolean present) {
        if (!present) {
            missedReads.incrementAndGet();
        }
    }

    private void send(Function<WitnessStatements, CompletionStage<Void>> request) {
        inFlight.acquireUninterruptibly();
        PhaseTimes during = phases.current();
        long begin = System.nanoTime();
        client.use(request).whenComplete((done, failure) -> ended(during, System.nanoTime() - begin, failure));
    }

    private void ended(PhaseTimes during, long nanos, @Nullable Throwable failure) {
        inFlight.release();
        if (failure == null) {
            during.took(nanos);
        } else {
            during.failed(nanos);
            errors.add(
                    failure instanceof CompletionException && failure.getCause() != null
                            ? failure.getCause()
                            : failure);
        }
    }

    /** Ends the work and waits for requests on their way. */
    public void stop() {
        stopped = true;
        try {
            worker.join();
            inFlight.tryAcquire(IN_FLIGHT, 30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw Pause.interrupted(e);
        }
    }

    /** Stops, and reads every acknowledged row again through the current datacenter. */
    public WitnessReport report() {
        return report(List.of());
    }

    /**
     * Stops, and reads every acknowledged row again through the current datacenter, and once more from each named node's own
     * copy, at {@code LOCAL_ONE}; that tells gaps that a quorum hides where each node holds every row.
     */
    public WitnessReport report(Collection<String> nodeAddresses) {
        if (!stopped) {
            stop();
        }
        BitSet acknowledged = rows.copy();
        FinalReading reading = FinalReading.of(acknowledged, bucket -> client.use(reader -> reader.present(bucket)));
        Map<String, Long> missingByNode = client.use(reader -> reader.missingByNode(acknowledged, nodeAddresses));
        List<WitnessReport.Phase> times = phases.reports();
        double slowest =
                times.stream().mapToDouble(WitnessReport.Phase::maxMillis).max().orElse(0);
        return new WitnessReport(
                rows.count(),
                reading.lost(),
                reading.unreadable(),
                missedReads.get(),
                errors.count(),
                errors.messages(),
                slowest,
                times,
                missingByNode);
    }

    @Override
    public void close() {
        stop();
        client.close();
    }
}
