package io.convoy.kafka;

import io.convoy.base.ByteSize;
import io.convoy.plan.ChangePlan;
import io.convoy.plan.Draft;
import io.convoy.plan.GeneralStep.PointOfNoReturn;
import io.convoy.plan.GeneralStep.ProvisionNodes;
import io.convoy.plan.GeneralStep.RetireNodes;
import io.convoy.plan.KafkaStep.CheckPartitions;
import io.convoy.plan.KafkaStep.JoinBrokers;
import io.convoy.plan.KafkaStep.LeaveBrokers;
import io.convoy.plan.KafkaStep.MovePartitions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How a cluster moves as a shared cluster: new brokers join it, take over the partitions, and the old ones leave; who keeps the
 * metadata, controllers or ZooKeeper, moves with them. The order of records and the offsets of groups stay as they are, because it is one cluster all the time. Pure.
 */
final class SharedClusterPlan {

    static final String STRATEGY = "kafka-shared-cluster";
    static final String SOFTWARE = "kafka";

    private static final Duration LOOK = Duration.ofSeconds(10);
    private static final Duration PER_NODE = Duration.ofMinutes(1);
    private static final Duration PEOPLE = Duration.ofMinutes(15);
    private static final Duration PEOPLE_AT_MOST = Duration.ofDays(7);
    private static final ByteSize COPIED_A_SECOND = ByteSize.parse("20MiB");
    private static final int BATCH = 3;

    private SharedClusterPlan() {}

    static ChangePlan of(String fleet, SharedClusterMove move) {
        return new ChangePlan(
                fleet,
                move.nodes().cluster().name(),
                STRATEGY,
                summary(move),
                KafkaFindings.of(move),
                KafkaFacts.of(move),
                Draft.numbered(drafts(move)));
    }

    private static List<Draft> drafts(SharedClusterMove move) {
        List<Draft> drafts = new ArrayList<>(List.of(check(move)));
        move.zookeeper().ifPresent(servers -> drafts.addAll(ZooKeeperDrafts.observers(move, servers)));
        move.quorum().filter(Quorum::isStatic).ifPresent(quorum -> drafts.add(ControllerDrafts.upgrade()));
        drafts.addAll(List.of(provision(move), join(move), partitions(move)));
        move.quorum().ifPresent(quorum -> drafts.add(ControllerDrafts.share(move)));
        drafts.addAll(CutoverDrafts.of(move));
        drafts.add(pointOfNoReturn(move));
        move.quorum().ifPresent(quorum -> drafts.add(ControllerDrafts.move(move)));
        drafts.addAll(List.of(retire(move), leave(move)));
        move.zookeeper().ifPresent(servers -> drafts.addAll(ZooKeeperDrafts.separation(move, servers)));
        return drafts;
    }

    private static String summary(SharedClusterMove move) {
        String source = move.nodes().source().name();
        String target = move.nodes().destination().name();
        return "The brokers of " + target + " join the cluster beside those of " + source
                + " and take over every partition, and"
                + " so does who keeps the metadata. Then the clients' bootstrap moves over, and " + source
                + " leaves. It is one cluster all the"
                + " time: records keep their order, groups their offsets. Until the point of no return everything can be taken"
                + " back.";
    }

    private static Draft check(SharedClusterMove move) {
        return Draft.of(
                        "preflight",
                        "check-partitions",
                        "Look once more whether partitions can be moved",
                        new CheckPartitions(move.sourceIds()),
                        LOOK)
                .because(
                        "A partition that is offline, lags behind min.insync.replicas, or is being reassigned by somebody else"
                                + " cannot be moved without risk.")
                .notUndone("It only looks.");
    }

    private static Draft provision(SharedClusterMove move) {
        String target = move.nodes().destination().name();
        String version = move.nodes().cluster().version();
        return Draft.of(
                        "provision",
                        "provision-" + target,
                        "Start " + move.destinations().size() + " brokers of " + target,
                        new ProvisionNodes(target, SOFTWARE, version, move.numbered(), BrokerSettings.of(move)),
                        PER_NODE.multipliedBy(move.destinations().size()))
                .because(
                        "They run the version of the old ones, with the same listeners: a broker that lacks the others' listener"
                                + " for each other starts, and breaks the controller.")
                .undoneBy(
                        new RetireNodes(target, SOFTWARE, version, move.nodes().target()),
                        "The new brokers are discarded; they hold nothing any more.");
    }

    private static Draft join(SharedClusterMove move) {
        String target = move.nodes().destination().name();
        return Draft.of(
                        "provision",
                        "join-" + target,
                        "Wait until all brokers of " + target + " are alive",
                        new JoinBrokers(target, move.destinations()),
                        PER_NODE)
                .because("Replicas are placed by racks; a broker in the wrong one would void that.")
                .notUndone(
                        "Brokers that have stopped are fenced by themselves; an empty one that is registered harms nobody.");
    }

    private static Draft partitions(SharedClusterMove move) {
        boolean once = move.nodes().crossesALink();
        return Draft.of(
                        "partitions",
                        "move-partitions",
                        "Move every partition to " + move.nodes().destination().name(),
                        new MovePartitions(move.sourceIds(), move.destinationIds(), once, BATCH, move.throttle()),
                        copying(move))
                .because((once
                                ? "One replica of each partition crosses the link, leads, and the others copy from it over"
                                        + " there: a third of the bytes."
                                : "All new replicas are there before any leader moves.")
                        + " " + BATCH
                        + " partitions at a time "
                        + ProducerWaits.of(move).words() + "; a replica is"
                        + " dropped only when min.insync.replicas others are in sync."
                        + move.throttle().map(SharedClusterPlan::throttled).orElse(""))
                .undoneBy(
                        new MovePartitions(move.destinationIds(), move.sourceIds(), once, BATCH, move.throttle()),
                        "Every partition returns to the very brokers where it was; what was dropped is copied back.");
    }

    private static String throttled(long bytesPerSecond) {
        return " For copies from the old brokers each broker spends at most " + new ByteSize(bytesPerSecond)
                + " a second, so that clients keep the rest: less while other partitions lag, and up to twice as much while"
                + " clients write so fast that a copy would never end. What the new brokers copy from each other is not"
                + " throttled.";
    }

    private static Duration copying(SharedClusterMove move) {
        long data = move.observed().map(view -> view.data().bytes()).orElse(0L);
        long bytes = 3 * data;
        long partitions =
                move.observed().map(view -> (long) view.partitions().size()).orElse(0L);
        long across = move.nodes().crossesALink() ? data : bytes;
        // One broker at a time is the worst case: the partitions of a batch come to different brokers where they can.
        long throttled = move.throttle().map(rate -> across / rate).orElse(0L);
        return Duration.ofSeconds(60 + bytes / COPIED_A_SECOND.bytes() + 2 * partitions + throttled);
    }

    private static Draft pointOfNoReturn(SharedClusterMove move) {
        String source = move.nodes().source().name();
        return Draft.of(
                        "point of no return",
                        "point-of-no-return",
                        "Give up the brokers of " + source,
                        new PointOfNoReturn("From here on the brokers of " + source
                                + " stop and their disks go. A client that is switched off now must not come back with their"
                                + " addresses only."),
                        PEOPLE)
                .because("They hold nothing any more, but a way back would have to make them anew.")
                .notUndone("This is the point of no return.")
                .within(PEOPLE_AT_MOST);
    }

    private static Draft retire(SharedClusterMove move) {
        String source = move.nodes().source().name();
        return Draft.of(
                        "retirement",
                        "retire-" + source,
                        "Stop the brokers of " + source,
                        new RetireNodes(
                                source,
                                SOFTWARE,
                                move.nodes().cluster().version(),
                                move.nodes().sources()),
                        PER_NODE)
                .because("They have no partition, no vote and no client.")
                .notUndone("The point of no return has been passed.");
    }

    private static Draft leave(SharedClusterMove move) {
        String source = move.nodes().source().name();
        return Draft.of(
                        "retirement",
                        "leave-" + source,
                        "Forget the brokers of " + source,
                        new LeaveBrokers(source, move.sources()),
                        LOOK)
                .because("A broker that is registered counts when topics are created, and as one that is down.")
                .notUndone("The point of no return has been passed.");
    }
}
