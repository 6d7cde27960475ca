package io.convoy.lab;

import java.util.Optional;

/** Asked before a customer's job drops a table, as a job asks Convoy for a permit. */
@FunctionalInterface
public interface DropPermission {

    /** A lease when the drop is allowed now; the job closes it after the drop. */
    Optional<Lease> ask(String keyspace, String table);

    /** Drops whenever it likes, as a job does that has never heard of Convoy. */
    static DropPermission always() {
        return (keyspace, table) -> Optional.of(() -> {});
    }

    /** The right to drop, given back when closed. */
    @FunctionalInterface
    interface Lease {

        void close();
    }
}
