package io.convoy.wave;

import io.convoy.base.ClusterName;
import io.convoy.execution.AdmissionDue;
import io.convoy.program.Admission;
import io.convoy.program.Decision;
import io.convoy.program.Member;
import io.convoy.program.Roster;
import io.convoy.program.Situation;
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
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
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
        round.lock();
        try {
            look();
        } finally {
            round.unlock();
        }
    }

    /** What may start may have changed: looks at once. */
    void onDue(@Observes AdmissionDue due) {
        go();
    }

    private void look() {
        for (ClusterName cluster : QuarkusTransaction.requiringNew().call(this::startable)) {
            if (isFresh(cluster)) {
                QuarkusTransaction.requiringNew().run(() -> startIfStillAdmitted(cluster));
            }
        }
    }

    /** What may start, when waves that fail too much have been paused. */
    private List<ClusterName> startable() {
        if (!starts.isAnyWaveStarted()) {
            return List.of();
        }
        Roster roster = rosters.present();
        Situation situation = situations.of(roster);
        List<Thresholds.Breach> breaches = Thresholds.breached(roster, situation);
        if (!breaches.isEmpty()) {
            starts.pause(breaches);
            situation = situations.of(roster);
        }
        return starting(roster, situation).map(Member::cluster).toList();
    }

    private static Stream<Member> starting(Roster roster, Situation situation) {
        return Admission.decide(roster, situation).stream()
                .filter(Decision.Start.class::isInstance)
                .map(Decision::member);
    }

    private void startIfStillAdmitted(ClusterName cluster) {
        starts.lock();
        Roster roster = rosters.present();
        starting(roster, situations.of(roster))
                .filter(member -> member.cluster().equals(cluster))
                .findFirst()
                .ifPresent(starts::start);
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
}
