package io.convoy.execution;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** Hears what instances tell one another. After it was away it acts as if it had been told everything. */
@ApplicationScoped
class MessageListener {

    private static final Logger LOG = Logger.getLogger(MessageListener.class);

    private static final Duration LISTENS_FOR = Duration.ofSeconds(1);
    private static final Duration RECONNECTS_AFTER = Duration.ofMillis(250);

    private final Alarm stop = new Alarm();
    private final DataSource database;
    private final RunDispatcher dispatcher;
    private final AdmissionRinger admission;

    private volatile boolean stopping;
    private @Nullable Thread thread;

    MessageListener(DataSource database, RunDispatcher dispatcher, AdmissionRinger admission) {
        this.database = database;
        this.dispatcher = dispatcher;
        this.admission = admission;
    }

    void start(@Observes StartupEvent event) {
        thread = new Thread(this::run, "message-listener");
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        stop.ring();
        if (thread != null) {
            thread.join();
        }
    }

    private void run() {
        while (!stopping) {
            try {
                listen();
            } catch (SQLException e) {
                LOG.debugf("Nothing is heard of the other instances until the database is back: %s", e.getMessage());
                pause();
            } catch (RuntimeException e) {
                LOG.errorf(e, "A message of another instance was not understood; everything is looked at instead");
                pause();
            }
        }
    }

    private void listen() throws SQLException {
        Connection connection = OwnConnection.of(database);
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + Message.CHANNEL);
            for (Message message : Message.values()) {
                hear(message);
            }
            PGConnection postgres = connection.unwrap(PGConnection.class);
            while (!stopping) {
                hear(postgres.getNotifications((int) LISTENS_FOR.toMillis()));
                // A connection that is dead without having said so would be silent for ever.
                statement.execute("select 1");
            }
        } finally {
            OwnConnection.end(connection);
        }
    }

    private void hear(PGNotification @Nullable [] notifications) {
        if (notifications != null) {
            for (PGNotification notification : notifications) {
                hear(Message.valueOf(notification.getParameter()));
            }
        }
    }

    private void hear(Message message) {
        switch (message) {
            case RUN_DUE -> dispatcher.wake();
            case ADMISSION_DUE -> admission.ring();
        }
    }

    private void pause() {
        try {
            stop.await(RECONNECTS_AFTER);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }
}
