package io.convoy.lab;

import io.convoy.base.ByteSize;

/** How far a {@link DataLoader} is, in rows of all keyspaces; {@code written} includes replicas. */
public record LoadProgress(String keyspace, long rows, long rowsInAll, ByteSize written) {

    public int percent() {
        return (int) (rows * 100 / rowsInAll);
    }
}
