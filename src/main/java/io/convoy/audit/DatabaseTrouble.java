package io.convoy.audit;

import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What Convoy's own database could not do, through no fault of what it was asked: no room, no connection, nobody who writes.
 * Nothing that Convoy does to a cluster goes through JDBC. It is told to the operator by whoever observes it as an event.
 */
public record DatabaseTrouble(SQLException cause) {

    /**
     * The beginnings of SQLSTATE: the connection, a server that only reads, a rollback that others brought about, what is used up,
     * an operator, the system, and what the server has no word for, such as a file that may grow no further.
     */
    private static final List<String> STATES = List.of("08", "25006", "40", "53", "57", "58", "XX");

    /** The one that brought the failure about, if any did. */
    public static Optional<DatabaseTrouble> in(Throwable failure) {
        return find(failure, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    /** A transaction manager keeps what its resources threw as suppressed. */
    private static Optional<DatabaseTrouble> find(Throwable failure, Set<Throwable> seen) {
        if (!seen.add(failure)) {
            return Optional.empty();
        }
        if (failure instanceof SQLException sql && isTrouble(sql)) {
            return Optional.of(new DatabaseTrouble(sql));
        }
        Optional<DatabaseTrouble> found =
                Optional.ofNullable(failure.getCause()).flatMap(next -> find(next, seen));
        for (Throwable suppressed : failure.getSuppressed()) {
            found = found.or(() -> find(suppressed, seen));
        }
        return found;
    }

    /** One without a state is the pool's, which has waited for a connection in vain. */
    private static boolean isTrouble(SQLException failure) {
        String state = failure.getSQLState();
        return state == null || STATES.stream().anyMatch(state::startsWith);
    }

    /** In the database's own words; what follows them is where in the server it happened, and a hint. */
    public String reason() {
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }
}
