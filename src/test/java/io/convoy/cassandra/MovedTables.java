package io.convoy.cassandra;

import static com.datastax.oss.driver.api.core.DefaultConsistencyLevel.LOCAL_ONE;
import static com.datastax.oss.driver.api.core.DefaultConsistencyLevel.LOCAL_QUORUM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import io.convoy.lab.LabCluster;
import io.convoy.lab.LabNode;
import io.convoy.lab.TestCql;
import io.convoy.lab.TestJmx;
import io.convoy.lab.TestLab;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import javax.management.ObjectName;

/** The tables that a datacenter's bad days are about, one in each keyspace, and what is written into them. */
record MovedTables(MoveRig rig, LabCluster source) {

    static final List<String> KEYSPACES = List.of("stale", "bulk", "dropped", "truncated");
    static final int STALE_ROWS = 1_000;
    static final int BULK_ROWS = 6_000;
    static final int ROWS_IN_FILES = 3_000;

    private static final int FILES = 3;
    private static final int AT_ONCE = 32;

    void make() {
        for (String keyspace : KEYSPACES) {
            rig.link()
                    .anyCql()
                    .change("CREATE KEYSPACE " + keyspace + " WITH replication = {'class': 'NetworkTopologyStrategy', '"
                            + TestLab.SOURCE.datacenter() + "': 3}");
            make(keyspace);
        }
        rig.link().anyCql().change("GRANT ALL ON ALL KEYSPACES TO application");
        write("bulk", 0, BULK_ROWS, 4_096);
        writeFiles("dropped");
        writeFiles("truncated");
    }

    /** Until every node knows it: one that does not would refuse the writes to it. */
    void make(String keyspace) {
        rig.link()
                .anyCql()
                .change("CREATE TABLE " + keyspace + ".t (id int PRIMARY KEY, v blob)"
                        + " WITH read_repair = 'NONE' AND compression = {'enabled': false}");
        SchemaAgreement agreement = new SchemaAgreement(rig.links());
        await().atMost(Duration.ofMinutes(1)).until(() -> agreement
                .disagreement(rig.link(), Ring.read(rig.link().anyCql()))
                .isEmpty());
    }

    void drop() {
        KEYSPACES.forEach(keyspace -> rig.link().anyCql().change("DROP KEYSPACE IF EXISTS " + keyspace));
    }

    void loseWritesOnTheThirdNode() {
        setHints(false);
        LabNode third = source.nodes().get(2);
        third.stop();
        write("stale", 0, STALE_ROWS, 8);
        source.start(third);
        assertThat(rig.ids("stale.t", third.address(), LOCAL_ONE)).isEmpty();
    }

    void setHints(boolean enabled) {
        Ring.read(rig.link().anyCql())
                .addresses()
                .forEach(address -> TestJmx.set(address, "StorageProxy", "HintedHandoffEnabled", enabled));
    }

    /** Several files on each node: one that is in flight already outlives its table. */
    void writeFiles(String keyspace) {
        int each = ROWS_IN_FILES / FILES;
        for (int file = 0; file < FILES; file++) {
            write(keyspace, file * each, (file + 1) * each, 4_096);
            source.addresses().forEach(address -> flush(address, keyspace));
        }
    }

    private void flush(String address, String keyspace) {
        rig.link()
                .jmxNode(address)
                .ask(beans -> beans.invoke(
                        new ObjectName("org.apache.cassandra.db:type=StorageService"),
                        "forceKeyspaceFlush",
                        new Object[] {keyspace, new String[] {"t"}},
                        new String[] {String.class.getName(), String[].class.getName()}));
    }

    private static void write(String keyspace, int from, int to, int size) {
        Random random = new Random(1);
        try (CqlSession session = TestCql.open(TestLab.operator())) {
            PreparedStatement insert = session.prepare("INSERT INTO " + keyspace + ".t (id, v) VALUES (?, ?)");
            List<CompletionStage<?>> open = new ArrayList<>();
            for (int id = from; id < to; id++) {
                byte[] value = new byte[size];
                random.nextBytes(value);
                open.add(session.executeAsync(
                        insert.bind(id, ByteBuffer.wrap(value)).setConsistencyLevel(LOCAL_QUORUM)));
                if (open.size() == AT_ONCE) {
                    join(open);
                    open.clear();
                }
            }
            join(open);
        }
    }

    private static void join(List<CompletionStage<?>> writes) {
        writes.forEach(write -> write.toCompletableFuture().join());
    }
}
