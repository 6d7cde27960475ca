package io.convoy.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DefaultConsistencyLevel;
import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads a table as the clients of one datacenter would: at LOCAL_QUORUM, through one of its nodes. */
final class TableReader {

    private static final int PAGE = 500;
    private static final Duration LIMIT = Duration.ofSeconds(15);

    private final CqlSession session;
    private final int keyColumns;
    private final PreparedStatement scan;
    private final PreparedStatement one;

    TableReader(CqlSession session, TableShape shape) {
        this.session = session;
        this.keyColumns = shape.partitionKey().size();
        try {
            this.scan = session.prepare(shape.scan());
            this.one = session.prepare(shape.one());
        } catch (DriverException e) {
            throw new UnreachableException("Table " + shape.name() + " cannot be read", e);
        }
    }

    /** Partitions with a greater token, in token order. */
    Iterator<PartitionDigest> after(long token) {
        return new Partitions(rows(scan.bind(token)));
    }

    /** What the partition has now. */
    String digest(PartitionKey key) {
        BoundStatement statement = one.bind();
        List<ByteBuffer> values = key.values();
        for (int i = 0; i < values.size(); i++) {
            statement = statement.setBytesUnsafe(i, values.get(i));
        }
        MessageDigest digest = sha256();
        rows(statement).forEachRemaining(row -> add(row, 0, digest));
        return HexFormat.of().formatHex(digest.digest());
    }

    private Iterator<Row> rows(BoundStatement statement) {
        Iterator<Row> rows = session.execute(statement
                        .setConsistencyLevel(DefaultConsistencyLevel.LOCAL_QUORUM)
                        .setPageSize(PAGE)
                        .setTimeout(LIMIT))
                .iterator();
        return rows;
    }

    private static void add(Row row, int from, MessageDigest digest) {
        for (int i = from; i < row.size(); i++) {
            ByteBuffer value = row.getBytesUnsafe(i);
            digest.update((byte) (value == null ? 0 : 1));
            if (value != null) {
                digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, value.remaining()));
                digest.update(value.duplicate());
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private PartitionKey key(Row row) {
        List<ByteBuffer> values = new ArrayList<>();
        for (int i = 1; i <= keyColumns; i++) {
            values.add(Objects.requireNonNull(row.getBytesUnsafe(i)));
        }
        return PartitionKey.of(values);
    }

    /** Rows that follow each other with one key, made into one partition. */
    private final class Partitions implements Iterator<PartitionDigest> {

        private final Iterator<Row> rows;
        private @Nullable Row next;

        Partitions(Iterator<Row> rows) {
            this.rows = rows;
            this.next = rows.hasNext() ? rows.next() : null;
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public PartitionDigest next() {
            Row row = next;
            if (row == null) {
                throw new NoSuchElementException();
            }
            long token = row.getLong(0);
            PartitionKey key = key(row);
            MessageDigest digest = sha256();
            while (row != null && row.getLong(0) == token && key(row).equals(key)) {
                add(row, 1, digest);
                row = rows.hasNext() ? rows.next() : null;
            }
            next = row;
            return new PartitionDigest(token, key, HexFormat.of().formatHex(digest.digest()));
        }
    }
}
