package io.convoy.wave;

import io.convoy.base.Actor;
import io.convoy.base.ClusterName;
import io.convoy.execution.Runs;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Starts what may start, once a second.
 *
 * <p>Plans are checked for staleness on the clusters themselves first, outside any transaction; then everything is decided
 * again and started in one transaction that holds the program's lock.
 */
@ApplicationScoped
class AdmissionRound {

    private static final Logger LOG = Logger.getLogger(AdmissionRound.class);

    private static final Duration STALE_LOOKS_AGAIN = Duration.ofSeconds(15);

    private final Map<ClusterName, Instant> lookAgain = new ConcurrentHashMap<>();
    private final ProgramStore store;
    private final Candidates candidates;
    private final ApprovedPlans plans;
    private final Runs runs;
    private final Clock clock;

    AdmissionRound(ProgramStore store, Candidates candidates, ApprovedPlans plans, Runs runs, Clock clock) {
        this.store = store;
        this.candidates = candidates;
        this.plans = plans;
        this.runs = runs;
        this.clock = clock;
    }

    @Scheduled(every = "1s", identity = "admission", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void go() {
        for (Decision.Start start : starts()) {
            if (isFresh(start.cluster())) {
                QuarkusTransaction.requiringNew().run(() -> startIfStillAdmitted(start.cluster()));
            }
        }
    }

    /** A cluster whose plan was stale is not looked at again, and not logged again, at once. */
    private boolean isFresh(ClusterName cluster) {
        Instant now = clock.instant();
        if (now.isBefore(lookAgain.getOrDefault(cluster, Instant.MIN))) {
            return false;
        }
        Optional<String> stale = plans.staleness(cluster);
        if (stale.isEmpty()) {
            lookAgain.remove(cluster);
            return true;
        }
        lookAgain.put(cluster, now.plus(STALE_LOOKS_AGAIN));
        LOG.warnf("%s is not started: %s", cluster, stale.get());
        return false;
    }

    private List<Decision.Start> starts() {
        return QuarkusTransaction.requiringNew().call(this::decideStarts);
    }

    private List<Decision.Start> decideStarts() {
        Program program = store.program();
        Map<String, WaveState> states = store.waveStates();
        if (!states.containsValue(WaveState.STARTED)) {
            return List.of();
        }
        return Admission.decide(program.limits(), candidates.of(program, states), store.holds(), clock.instant())
                .stream()
                .filter(Decision.Start.class::isInstance)
                .map(Decision.Start.class::cast)
                .toList();
    }

    private void startIfStillAdmitted(ClusterName cluster) {
        store.lock();
        boolean admitted =
                decideStarts().stream().anyMatch(start -> start.cluster().equals(cluster));
        if (admitted) {
            String wave = store.program().waveOf(cluster).orElseThrow().name();
            ApprovedPlans.Approved plan = plans.approved(cluster).orElseThrow();
            runs.start(cluster, wave, plan.revision(), plan.digest(), Actor.CONVOY);
        }
    }
}
