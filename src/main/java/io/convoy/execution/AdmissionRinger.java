package io.convoy.execution;

import io.convoy.audit.DatabaseTrouble;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Fires {@link AdmissionDue} on a thread of its own: however often it is rung during one round, one more round follows. */
@ApplicationScoped
class AdmissionRinger {

    private static final Logger LOG = Logger.getLogger(AdmissionRinger.class);

    private final Event<AdmissionDue> event;
    private final LostLooks lost;
    private final AtomicBoolean wanted = new AtomicBoolean();
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(round -> new Thread(round, "admission-ringer"));

    AdmissionRinger(Event<AdmissionDue> event, LostLooks lost) {
        this.event = event;
        this.lost = lost;
    }

    void ring() {
        if (!wanted.getAndSet(true)) {
            thread.execute(this::fire);
        }
    }

    void stop(@Observes ShutdownEvent shutdown) {
        thread.shutdown();
    }

    private void fire() {
        wanted.set(false);
        ManagedContext context = Arc.container().requestContext();
        context.activate();
        try {
            event.fire(new AdmissionDue());
        } catch (RuntimeException e) {
            DatabaseTrouble.in(e)
                    .ifPresentOrElse(
                            lost::lost, () -> LOG.warnf(e, "Admission did not look at once; its next round will"));
        } finally {
            context.terminate();
        }
    }
}
