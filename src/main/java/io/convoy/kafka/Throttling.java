package io.convoy.kafka;

import io.convoy.base.ByteSize;
import io.convoy.base.ClusterName;
import io.convoy.base.RunId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Sets throttles, keeps them up while their copy goes on, and removes them.
 *
 * <ol>
 *   <li>What will be set, and what was there before, is written into {@link Throttles}.
 *   <li>Then it is set on the cluster; what others have set beside it stays.
 *   <li>While the copy goes on, each look sets again what is missing and adapts the rate.
 *   <li>Afterwards exactly that is taken away, and read back; only then the record of it goes.
 * </ol>
 *
 * <p>Each call may be repeated, also after a crash in the middle of it, by any Convoy instance.
 */
@Singleton
class Throttling {

    private final Throttles throttles;

    Throttling(Throttles throttles) {
        this.throttles = throttles;
    }

    /** What is known of a throttled copy after a look, and what is to be remembered until the next. */
    record Tended(String words, Map<String, String> memory) {}

    /** Throttles a copy that is about to begin; false where somebody else is at it, and it must not begin. */
    boolean begin(ThrottleSite site, RunId run, ThrottleLists lists, long planned) {
        return throttles
                .alone(site.cluster(), () -> {
                    long now = throttles.on(site.cluster()).map(Throttle::rate).orElse(planned);
                    return lay(site, run, lists, new ThrottleRate(planned, now).forNextBatch());
                })
                .isPresent();
    }

    /**
     * Looks after the copy that goes on under a throttle; a throttle that no copy needs any more is removed.
     *
     * @param planned the plan's rate; the standing one where the plan has none
     * @param memory what was to be remembered after the last look
     * @return empty where no throttle stands
     */
    Optional<Tended> tend(ThrottleSite site, Optional<Long> planned, Map<String, String> memory, Instant now) {
        Optional<Throttle> standing = throttles.on(site.cluster());
        if (standing.isEmpty()) {
            return Optional.empty();
        }
        if (ThrottledCopy.of(standing.get(), site.view()).isOver()) {
            Lifting lifting = lift(site);
            return lifting.isDone() ? Optional.empty() : Optional.of(new Tended(lifting.describe(), Map.of()));
        }
        return throttles
                .alone(site.cluster(), () -> tendAlone(site, planned, CopyPulse.in(memory), now))
                .orElseGet(() -> Optional.of(new Tended("somebody else is at the throttle", memory)));
    }

    private Optional<Tended> tendAlone(
            ThrottleSite site, Optional<Long> planned, Optional<CopyPulse> last, Instant now) {
        return throttles.on(site.cluster()).map(held -> {
            ThrottledCopy copy = ThrottledCopy.of(held, site.view());
            CopyPulse pulse = new CopyPulse(now, site.live().lag(copy));
            CopyPulse before = last.orElse(pulse);
            ThrottleRate rate = new ThrottleRate(planned.orElse(held.rate()), held.rate());
            boolean isDue = before.isBeatBefore(pulse);
            ThrottleRate adapted = isDue ? rate.after(before.felt(pulse, copy.othersLag())) : rate;
            return tended(lay(site, held.run(), copy.lists(), adapted), (isDue ? pulse : before).memory());
        });
    }

    private static Tended tended(ThrottleRate rate, Map<String, String> memory) {
        String words = "throttled to " + new ByteSize(rate.now()) + " a second and broker";
        if (rate.now() < rate.planned()) {
            words += ", lowered from " + new ByteSize(rate.planned()) + " because other partitions lag";
        } else if (rate.now() > rate.planned()) {
            words += ", raised from " + new ByteSize(rate.planned()) + " because clients write as fast";
        }
        return new Tended(words, memory);
    }

    private ThrottleRate lay(ThrottleSite site, RunId run, ThrottleLists lists, ThrottleRate rate) {
        Optional<Throttle> held = throttles.on(site.cluster());
        Set<ThrottleSetting> concerned = new TreeSet<>(lists.settings());
        held.map(Throttle::settings).ifPresent(concerned::addAll);
        ThrottleSettings seen = site.live().throttles().read(concerned, site.view());
        ThrottleSettings others = held.map(standing -> standing.without(seen)).orElse(seen);
        Throttle fresh = Throttle.of(run, rate.now(), lists, others);
        Throttle next = held.map(standing -> fresh.and(standing.where(setting -> !seen.knows(setting))))
                .orElse(fresh);
        Throttle intent = held.map(next::and).orElse(next);
        keep(site.cluster(), held, intent);
        site.live().throttles().write(seen.changesTo(fresh.with(others)));
        keep(site.cluster(), Optional.of(intent), next);
        return rate;
    }

    private void keep(ClusterName cluster, Optional<Throttle> known, Throttle throttle) {
        if (!known.equals(Optional.of(throttle))) {
            throttles.keep(cluster, throttle);
        }
    }

    /** Removes what stands, whoever has set it, and looks whether it is gone. */
    Lifting lift(ThrottleSite site) {
        Optional<Throttle> standing = throttles.on(site.cluster());
        return standing.map(held -> throttles
                        .alone(site.cluster(), () -> liftAlone(site))
                        .orElseGet(() -> new Lifting(held.settings(), List.of())))
                .orElse(Lifting.NOTHING);
    }

    /** The same, for who is {@link Throttles#alone} already. */
    Lifting liftAlone(ThrottleSite site) {
        return throttles.on(site.cluster()).map(held -> lift(site, held)).orElse(Lifting.NOTHING);
    }

    private Lifting lift(ThrottleSite site, Throttle held) {
        ThrottleConfigs configs = site.live().throttles();
        ThrottleSettings seen = configs.read(held.settings(), site.view());
        configs.write(seen.changesTo(held.without(seen)));
        ThrottleSettings after = configs.read(held.settings(), site.view());
        Set<ThrottleSetting> standing = after.changesTo(held.without(after)).keySet();
        if (!standing.isEmpty()) {
            return new Lifting(standing, List.of());
        }
        Throttle left = held.where(setting -> !after.knows(setting));
        if (left.settings().isEmpty()) {
            throttles.forget(site.cluster());
        } else {
            keep(site.cluster(), Optional.of(held), left);
        }
        return new Lifting(Set.of(), left.brokers());
    }
}
