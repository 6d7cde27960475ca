package io.convoy.wave;

import io.convoy.base.ClusterName;
import io.convoy.execution.AdmissionDue;
import io.convoy.program.Admission;
import io.convoy.program.Decision;
import io.convoy.program.Member;
import io.convoy.program.Roster;
import io.convoy.program.Thresholds;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/**
 * Starts what may start, once a second and whenever somebody rings.
 *
 * <p>Plans are checked for staleness on the clusters themselves first, outside any transaction; then everything is decided
 * again and started in one transaction that holds the program's lock.
 */
@ApplicationScoped
class AdmissionRound {

    private static final Logger LOG = Logger.getLogger(AdmissionRound.class);

    private static final Duration STALE_LOOKS_AGAIN = Duration.ofSeconds(15);

    private final Map<ClusterName, Instant> lookAgain = new ConcurrentHashMap<>();
    private final ReentrantLock round = new ReentrantLock();
    private final AtomicBoolean again = new AtomicBoolean();
    private final Rosters rosters;
    private final Situations situations;
    private final Starts starts;
    private final ApprovedPlans plans;
    private final Clock clock;

    AdmissionRound(Rosters rosters, Situations situations, Starts starts, ApprovedPlans plans, Clock clock) {
        this.rosters = rosters;
        this.situations = situations;
        this.starts = starts;
        this.plans = plans;
        this.clock = clock;
    }

    @Scheduled(every = "1s", identity = "admission", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void go() {
        if (!round.tryLock()) {
            // Whoever is in its midst began before this was asked for: once more, when it is through.
            again.set(true);
            return;
        }
        try {
            do {
                again.set(false);
                look();
            } while (again.get());
        } finally {
            round.unlock();
        }
    }

    /** What may start may have changed: looks at once. */
    void onDue(@Observes AdmissionDue due) {
        go();
    }

    private void look() {
        if (!QuarkusTransaction.requiringNew().call(starts::isAnyWaveStarted)) {
            return;
        }
        QuarkusTransaction.requiringNew().run(this::pauseWhatFails);
        for (ClusterName cluster : QuarkusTransaction.requiringNew().call(this::startable)) {
            if (isFresh(cluster)) {
                QuarkusTransaction.requiringNew().run(() -> startIfStillAdmitted(cluster));
            }
        }
    }

    private void pauseWhatFails() {
        Roster roster = rosters.present();
        List<Thresholds.Breach> breaches = Thresholds.breached(roster, situations.of(roster));
        if (!breaches.isEmpty()) {
            starts.pause(breaches);
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

    private List<ClusterName> startable() {
        return decideStarts().stream().map(Member::cluster).toList();
    }

    private List<Member> decideStarts() {
        Roster roster = rosters.present();
        return Admission.decide(roster, situations.of(roster)).stream()
                .filter(Decision.Start.class::isInstance)
                .map(Decision::member)
                .toList();
    }

    private void startIfStillAdmitted(ClusterName cluster) {
        starts.lock();
        decideStarts().stream()
                .filter(member -> member.cluster().equals(cluster))
                .findFirst()
                .ifPresent(starts::start);
    }
}
