package io.convoy.cassandra;

import com.datastax.oss.driver.api.core.AllNodesFailedException;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DefaultConsistencyLevel;
import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.NoNodeAvailableException;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.datastax.oss.driver.api.core.servererrors.CoordinatorException;
import io.convoy.inventory.Endpoint;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** CQL on exactly one node: what it answers is what this node knows. */
final class CqlNode {

    private final Endpoint endpoint;
    private final Login login;
    private final CqlSession session;
    private final Patience patience;

    CqlNode(Endpoint endpoint, Login login, CqlSession session, Patience patience) {
        this.endpoint = endpoint;
        this.login = login;
        this.session = session;
        this.patience = patience;
    }

    Endpoint endpoint() {
        return endpoint;
    }

    /** Whom this node takes Convoy for. */
    Login login() {
        return login;
    }

    /** All rows of a table that is small. */
    List<Row> rows(String query, Object... values) {
        // Role tables are read by whichever replica is left; all else is the node's own.
        SimpleStatement statement =
                SimpleStatement.newInstance(query, values).setConsistencyLevel(DefaultConsistencyLevel.ONE);
        return run(statement, patience.answer());
    }

    /** A change of the schema or of roles, answered when the nodes agree or the coordinator gave up waiting for that. */
    void change(String statement) {
        run(SimpleStatement.newInstance(statement), patience.schemaChange());
    }

    private List<Row> run(SimpleStatement statement, Duration limit) {
        try {
            return session.execute(statement.setTimeout(limit).setIdempotent(false))
                    .all();
        } catch (NoNodeAvailableException e) {
            // Its process is gone, or was: a session that is opened anew finds out, and does not wait as a broken one
            // does.
            close();
            throw new UnreachableException("CQL of " + endpoint + " lost its connection", e);
        } catch (AllNodesFailedException e) {
            throw objection(e)
                    .<RuntimeException>map(why -> new NodeRefusedException(endpoint.host(), why, e))
                    .orElseGet(() -> new UnreachableException("CQL of " + endpoint + " gave no answer", e));
        } catch (CoordinatorException e) {
            throw new NodeRefusedException(endpoint.host(), UnreachableException.reason(e), e);
        } catch (DriverException e) {
            throw new UnreachableException("CQL of " + endpoint + " gave no answer", e);
        }
    }

    /** What the node said, where the driver only says that it has no other node to ask. */
    private static Optional<String> objection(AllNodesFailedException e) {
        return e.getAllErrors().values().stream()
                .flatMap(List::stream)
                .filter(CoordinatorException.class::isInstance)
                .map(UnreachableException::reason)
                .findFirst();
    }

    CqlSession session() {
        return session;
    }

    boolean isClosed() {
        return session.isClosed();
    }

    void close() {
        session.closeAsync();
    }
}
