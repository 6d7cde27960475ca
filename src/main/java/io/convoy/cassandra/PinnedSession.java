package io.convoy.cassandra;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The one session of one node, opened by whoever needs it first; the others wait for that. */
final class PinnedSession {

    private final Supplier<CqlNode> opener;
    private @Nullable CqlNode open;

    PinnedSession(Supplier<CqlNode> opener) {
        this.opener = opener;
    }

    synchronized CqlNode node() {
        CqlNode current = open;
        if (current == null || current.isClosed()) {
            current = opener.get();
            open = current;
        }
        return current;
    }

    synchronized void close() {
        CqlNode current = open;
        open = null;
        if (current != null) {
            current.close();
        }
    }
}
