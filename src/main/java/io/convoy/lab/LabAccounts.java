package io.convoy.lab;

import com.datastax.oss.driver.api.core.AllNodesFailedException;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.auth.AuthenticationException;
import java.time.Duration;
import java.util.List;

/** The roles of a lab's cluster: an operator who may do everything, and an application that may not. */
public final class LabAccounts {

    public static final String OPERATOR = "operator";
    public static final String APPLICATION = "application";

    // A lab's servers listen on loopback only and hold nothing of value.
    private static final String PASSWORD = "laboratory";
    private static final String DEFAULT_SUPERUSER = "cassandra";
    private static final Duration FIRST_LOGIN_LIMIT = Duration.ofMinutes(2);

    private LabAccounts() {}

    public static ClientRoute operator(List<String> contactPoints, String localDatacenter) {
        return new ClientRoute(contactPoints, localDatacenter, OPERATOR, PASSWORD);
    }

    public static ClientRoute application(List<String> contactPoints, String localDatacenter) {
        return new ClientRoute(contactPoints, localDatacenter, APPLICATION, PASSWORD);
    }

    /** Makes both roles in a new cluster, and keeps them on every node of its only datacenter. */
    public static void create(LabCluster cluster, String datacenter) {
        ClientRoute route = new ClientRoute(cluster.addresses(), datacenter, DEFAULT_SUPERUSER, DEFAULT_SUPERUSER);
        try (CqlSession session = firstLogin(route)) {
            session.execute("ALTER KEYSPACE system_auth WITH replication = {'class': 'NetworkTopologyStrategy', '"
                    + datacenter + "': " + Math.min(3, cluster.nodes().size()) + "}");
            session.execute(role(OPERATOR, true));
            session.execute(role(APPLICATION, false));
        }
        // The default role was written when system_auth had one replica: write it anew, or it can log in by chance
        // only.
        // Only somebody else may change its superuser flag.
        try (CqlSession session = operator(cluster.addresses(), datacenter).connect(ClientRoute.SCHEMA_LIMIT)) {
            session.execute("ALTER ROLE " + DEFAULT_SUPERUSER + " WITH PASSWORD = '" + DEFAULT_SUPERUSER
                    + "' AND SUPERUSER = true AND LOGIN = true");
        }
    }

    private static String role(String name, boolean superuser) {
        return "CREATE ROLE IF NOT EXISTS " + name + " WITH PASSWORD = '" + PASSWORD
                + "' AND LOGIN = true AND SUPERUSER = " + superuser;
    }

    /** Cassandra makes its default role some time after a new cluster is up. */
    private static CqlSession firstLogin(ClientRoute route) {
        long deadline = System.nanoTime() + FIRST_LOGIN_LIMIT.toNanos();
        while (true) {
            try {
                return route.connect(ClientRoute.SCHEMA_LIMIT);
            } catch (AllNodesFailedException | AuthenticationException e) {
                if (System.nanoTime() > deadline) {
                    throw new LabException("Nobody can log in to " + route, e);
                }
                Pause.millis(500);
            }
        }
    }
}
