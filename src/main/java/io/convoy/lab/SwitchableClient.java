package io.convoy.lab;

import com.datastax.oss.driver.api.core.CqlSession;
import java.util.function.Function;

/**
 * A client that can be sent to another datacenter while it works. What is made of a session (prepared statements) changes
 * with the session, between two requests.
 */
final class SwitchableClient<T> implements AutoCloseable {

    private final Function<CqlSession, T> prepare;
    private CqlSession session;
    private T prepared;

    SwitchableClient(ClientRoute route, Function<CqlSession, T> prepare) {
        this.prepare = prepare;
        this.session = route.connect();
        this.prepared = prepare.apply(session);
    }

    /** Uses what was prepared; no cutover happens meanwhile. */
    synchronized <R> R use(Function<T, R> request) {
        return request.apply(prepared);
    }

    /** Sends requests the new way from now on; those on their way end on the old session. */
    void cutOver(ClientRoute route) {
        CqlSession next = route.connect();
        T preparedNext = prepare.apply(next);
        CqlSession last = replace(next, preparedNext);
        last.closeAsync();
    }

    private synchronized CqlSession replace(CqlSession next, T preparedNext) {
        CqlSession last = session;
        session = next;
        prepared = preparedNext;
        return last;
    }

    @Override
    public synchronized void close() {
        session.close();
    }
}
