package io.convoy.execution;

import io.convoy.audit.DatabaseTrouble;
import io.convoy.base.RunId;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** The looks at runs that are under way in this instance, each on a thread of its own. */
@ApplicationScoped
class Looks {

    private static final Logger LOG = Logger.getLogger(Looks.class);

    private final Runner runner;
    private final LostLooks lost;
    private final int most;
    private final ExecutorService workers;
    private final Map<RunId, Turn> underWay = new ConcurrentHashMap<>();

    Looks(Runner runner, LostLooks lost, ExecutionSettings settings) {
        this.runner = runner;
        this.lost = lost;
        this.most = settings.workers();
        AtomicInteger number = new AtomicInteger();
        this.workers =
                Executors.newFixedThreadPool(most, look -> new Thread(look, "run-worker-" + number.incrementAndGet()));
    }

    int free() {
        return most - underWay.size();
    }

    Collection<RunId> underWay() {
        return underWay.keySet();
    }

    /** Takes the look soon; {@code ended} is told when it is over, whatever came of it. */
    void begin(Turn turn, Runnable ended) {
        underWay.put(turn.run(), turn);
        workers.execute(() -> look(turn, ended));
    }

    /** A look that could not be written, for example because the database is away, is one that has not been taken. */
    private void look(Turn turn, Runnable ended) {
        ManagedContext context = Arc.container().requestContext();
        context.activate();
        try {
            runner.advance(turn);
            lost.written();
        } catch (RuntimeException e) {
            DatabaseTrouble.in(e).ifPresentOrElse(lost::lost, () -> notTaken(turn, e));
        } finally {
            context.terminate();
            underWay.remove(turn.run(), turn);
            ended.run();
        }
    }

    private static void notTaken(Turn turn, RuntimeException e) {
        LOG.errorf(e, "A look at run %s could not be taken; it will be taken again", turn.run());
    }

    /** What becomes of those that could not be written. */
    LostLooks lost() {
        return lost;
    }

    /** Lets the looks that are under way end. */
    void finish(long seconds) {
        workers.shutdown();
        try {
            if (!workers.awaitTermination(seconds, TimeUnit.SECONDS)) {
                LOG.warnf(
                        "Looks at runs %s were still under way; another instance goes on with them", underWay.keySet());
                workers.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
