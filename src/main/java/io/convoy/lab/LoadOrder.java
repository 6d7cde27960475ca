package io.convoy.lab;

import io.convoy.base.ByteSize;
import java.util.List;

/**
 * What a {@link DataLoader} shall make.
 *
 * @param total over all keyspaces, replicas included
 */
public record LoadOrder(List<KeyspaceLayout> keyspaces, ByteSize total) {

    static final int ROW_BYTES = 16 * 1024;

    public LoadOrder {
        keyspaces = List.copyOf(keyspaces);
        if (keyspaces.isEmpty()) {
            throw new IllegalArgumentException("There is no keyspace to load");
        }
    }

    /** Keyspaces {@code <prefix>_1 …} with three copies in one datacenter. */
    public static LoadOrder of(String prefix, int keyspaces, String datacenter, ByteSize total) {
        return new LoadOrder(
                java.util.stream.IntStream.rangeClosed(1, keyspaces)
                        .mapToObj(number -> KeyspaceLayout.inDatacenter(prefix + "_" + number, datacenter, 3))
                        .toList(),
                total);
    }

    long rowsOf(KeyspaceLayout keyspace) {
        return Math.max(1, total.bytes() / keyspaces.size() / keyspace.copies() / ROW_BYTES);
    }

    long rows() {
        return keyspaces.stream().mapToLong(this::rowsOf).sum();
    }
}
