package io.convoy.kafka;

import io.convoy.inventory.Cluster;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Removes throttles that nobody is left to remove, or whose run stands still after their copy has ended. */
@Singleton
class ThrottleKeeper {

    private static final Logger LOG = Logger.getLogger(ThrottleKeeper.class);

    private final Throttles throttles;
    private final Throttling throttling;
    private final ThrottleOwner owner;
    private final KafkaLinks links;

    ThrottleKeeper(Throttles throttles, Throttling throttling, ThrottleOwner owner, KafkaLinks links) {
        this.throttles = throttles;
        this.throttling = throttling;
        this.owner = owner;
        this.links = links;
    }

    /** Does nothing where the run sees to it, or somebody else is at it. */
    void settle(Cluster cluster) {
        throttles
                .on(cluster.name())
                .filter(held -> owner.of(held.run()) != ThrottleOwner.Standing.GOES_ON)
                .ifPresent(held -> throttles.alone(cluster.name(), () -> settleAlone(cluster)));
    }

    /** Asks again what has become of the run: it may have been resumed before this Convoy was alone with the throttle. */
    private Lifting settleAlone(Cluster cluster) {
        return throttles.on(cluster.name()).map(held -> settle(cluster, held)).orElse(Lifting.NOTHING);
    }

    private Lifting settle(Cluster cluster, Throttle held) {
        LiveCluster live = links.to(cluster);
        ThrottleSite site = new ThrottleSite(cluster.name(), live, live.look());
        boolean isLeft =
                switch (owner.of(held.run())) {
                    case GOES_ON -> false;
                    case RESTS -> ThrottledCopy.of(held, site.view()).isOver();
                    case IS_OVER -> true;
                };
        return isLeft ? lift(site, held) : Lifting.NOTHING;
    }

    private Lifting lift(ThrottleSite site, Throttle held) {
        Lifting lifting = throttling.liftAlone(site);
        if (lifting.isDone() && lifting.down().isEmpty()) {
            LOG.infof("Removed the throttle of %s, which run %s had left behind", site.cluster(), held.run());
        } else {
            LOG.warnf(
                    "The throttle of %s, left behind by run %s, is not wholly gone yet: %s",
                    site.cluster(), held.run(), lifting.describe());
        }
        return lifting;
    }
}
