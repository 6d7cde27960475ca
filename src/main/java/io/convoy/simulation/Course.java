package io.convoy.simulation;

import io.convoy.program.Dimension;
import io.convoy.program.Pace;
import io.convoy.program.Subject;
import java.time.Duration;
import java.util.List;

/**
 * The steps of one cluster's move, and how far it is.
 *
 * @param at the step at which it stands; 0 where nothing has begun
 * @param elapsed since that step began
 */
public record Course(List<Leg> legs, int at, Duration elapsed) {

    private static final double USUAL = 1.6;
    private static final double CERTAIN = 1.2;
    /** Steps that may not be interrupted are short, so that they fit into a window. */
    private static final Duration ATOMIC = Duration.ofHours(1);

    public Course {
        legs = List.copyOf(legs);
        if (at < 0 || at >= legs.size()) {
            throw new IllegalArgumentException("A course of " + legs.size() + " steps has no step " + at);
        }
    }

    public static Course of(List<Leg> legs) {
        return new Course(legs, 0, Duration.ZERO);
    }

    /** The usual one of a cluster of its kind and size; in the median it takes what {@link Subject#expected} says. */
    public static Course usual(Subject subject, Pace pace) {
        return subject.traits().in(Dimension.KIND).contains("kafka") ? kafka(subject, pace) : cassandra(subject, pace);
    }

    /** The same one that stands at a step since some time. */
    public Course standingAt(int step, Duration since) {
        return new Course(legs, step, since);
    }

    public Duration expected() {
        return legs.stream().map(Leg::expected).reduce(Duration.ZERO, Duration::plus);
    }

    private static Course cassandra(Subject subject, Pace pace) {
        return of(legs("extend-replication", "rebuild", "cutover", subject, pace));
    }

    private static Course kafka(Subject subject, Pace pace) {
        return of(legs("join-brokers", "move-partitions", "move-controllers", subject, pace));
    }

    private static List<Leg> legs(String joins, String streams, String cutsOver, Subject subject, Pace pace) {
        Duration before = pace.beforeData();
        Duration after = pace.afterData();
        Duration joining = atMost(ATOMIC, percent(30, before));
        Duration cuttingOver = atMost(ATOMIC, percent(15, after));
        return List.of(
                Leg.interruptible("preflight", percent(5, before), CERTAIN),
                Leg.interruptible("provision", percent(95, before).minus(joining), USUAL),
                Leg.atomic(joins, joining, USUAL),
                Leg.interruptible(streams, pace.streaming(subject.nodes(), subject.dataBytes()), USUAL),
                Leg.interruptible("verify", percent(60, after).minus(cuttingOver), USUAL),
                Leg.atomic(cutsOver, cuttingOver, USUAL),
                Leg.ofNoReturn("point-of-no-return", Duration.ZERO),
                Leg.interruptible("retire", percent(40, after), USUAL));
    }

    private static Duration atMost(Duration most, Duration wanted) {
        return wanted.compareTo(most) > 0 ? most : wanted;
    }

    private static Duration percent(int part, Duration whole) {
        return whole.multipliedBy(part).dividedBy(100);
    }
}
