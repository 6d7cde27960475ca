package io.convoy.lab;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.Statement;
import com.datastax.oss.driver.api.core.metadata.Node;
import java.util.BitSet;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The witness's table, and its requests on one session. All of them may be repeated without harm. */
final class WitnessStatements {

    static final int ROWS_IN_BUCKET = 100;

    private final CqlSession session;
    private final PreparedStatement insert;
    private final PreparedStatement readOne;
    private final PreparedStatement readBucket;

    WitnessStatements(CqlSession session, String keyspace) {
        this.session = session;
        String table = keyspace + ".rows";
        this.insert = session.prepare("INSERT INTO " + table + " (bucket, number, payload) VALUES (?, ?, ?)");
        this.readOne = session.prepare("SELECT payload FROM " + table + " WHERE bucket = ? AND number = ?");
        this.readBucket = session.prepare("SELECT number, payload FROM " + table + " WHERE bucket = ?");
    }

    /** Makes the keyspace and the table, by a role that may, and lets the application use them. */
    static void createSchema(CqlSession operator, KeyspaceLayout keyspace) {
        operator.execute(keyspace.createStatement());
        operator.execute("CREATE TABLE IF NOT EXISTS " + keyspace.name()
                + ".rows (bucket int, number int, payload text, PRIMARY KEY (bucket, number))");
        operator.execute("GRANT SELECT, MODIFY ON KEYSPACE " + keyspace.name() + " TO " + LabAccounts.APPLICATION);
    }

    static String payload(int number) {
        return "row " + number + " was here " + Integer.toHexString(number * 0x9E3779B9);
    }

    CompletionStage<AsyncResultSet> write(int number) {
        return send(insert.bind(number / ROWS_IN_BUCKET, number, payload(number)));
    }

    /** Completes with true when the row is there as it was written. */
    CompletionStage<Boolean> read(int number) {
        return send(readOne.bind(number / ROWS_IN_BUCKET, number))
                .thenApply(result -> isPayloadOf(number, result.one()));
    }

    private static boolean isPayloadOf(int number, @Nullable Row row) {
        return row != null && payload(number).equals(row.getString("payload"));
    }

    private CompletionStage<AsyncResultSet> send(BoundStatement statement) {
        return session.executeAsync(
                statement.setConsistencyLevel(ConsistencyLevel.LOCAL_QUORUM).setIdempotent(true));
    }

    /** The numbers of a bucket that are there as written, by the word of a quorum of the datacenter. */
    BitSet present(int bucket) {
        return present(bucketStatement(bucket, ConsistencyLevel.LOCAL_QUORUM));
    }

    /** The same by the word of one node, which answers from its own copy where it is a replica. */
    private BitSet presentOn(Node node, int bucket) {
        return present(bucketStatement(bucket, ConsistencyLevel.LOCAL_ONE).setNode(node));
    }

    private BoundStatement bucketStatement(int bucket, ConsistencyLevel consistency) {
        return readBucket.bind(bucket).setConsistencyLevel(consistency).setIdempotent(true);
    }

    private BitSet present(Statement<?> statement) {
        BitSet numbers = new BitSet();
        for (Row row : session.execute(statement)) {
            int number = row.getInt("number");
            numbers.set(number, isPayloadOf(number, row));
        }
        return numbers;
    }

    /** How many acknowledged rows each named node lacks; nodes that the driver does not know are left out. */
    Map<String, Long> missingByNode(BitSet acknowledged, Collection<String> addresses) {
        Map<String, Long> missing = new TreeMap<>();
        for (Node node : session.getMetadata().getNodes().values()) {
            String address = address(node);
            if (addresses.contains(address)) {
                FinalReading reading = FinalReading.of(acknowledged, bucket -> presentOn(node, bucket));
                missing.put(address, reading.lost() + reading.unreadable());
            }
        }
        return missing;
    }

    private static String address(Node node) {
        return node.getBroadcastRpcAddress()
                .map(address -> address.getAddress().getHostAddress())
                .orElse("");
    }
}
