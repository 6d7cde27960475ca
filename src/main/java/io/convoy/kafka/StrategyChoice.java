package io.convoy.kafka;

import io.convoy.kafka.Circumstances.Metadata;
import io.convoy.kafka.Circumstances.Room;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which strategy suits a cluster, and what speaks against the others. Pure.
 *
 * <ol>
 *   <li>Drain-out, where people say that order may be given up and that consumers can read two clusters: nothing is copied.
 *   <li>The shared cluster otherwise: it alone keeps order and offsets.
 *   <li>MirrorMaker, where the shared cluster cannot be, and order may be given up.
 * </ol>
 *
 * What nobody has said is taken for what harms least: order matters, consumers read one cluster, clients reach both networks.
 *
 * @param proposed the strategy's name
 * @param why it suits
 * @param against for each strategy what speaks against it; nothing for those that would do
 * @param unsolved why even the proposed one is not what people ask for; empty where it is
 */
record StrategyChoice(String proposed, String why, Map<String, List<String>> against, Optional<String> unsolved) {

    static StrategyChoice of(Circumstances seen) {
        Map<String, List<String>> against = Map.of(
                SharedClusterPlan.STRATEGY, againstShared(seen),
                DrainOutPlan.STRATEGY, againstDraining(seen),
                MirrorMakerPlan.STRATEGY, againstMirroring(seen));
        if (againstDraining(seen).isEmpty()) {
            return chosen(
                    DrainOutPlan.STRATEGY,
                    "order may be given up across the switch, consumers can read two clusters, and nothing has to be copied",
                    against);
        }
        if (againstShared(seen).isEmpty()) {
            return chosen(SharedClusterPlan.STRATEGY, whyShared(seen), against);
        }
        if (againstMirroring(seen).isEmpty()) {
            return chosen(
                    MirrorMakerPlan.STRATEGY,
                    "order may be given up across the switch, and its records have to be copied to another cluster",
                    against);
        }
        return unsolved(against);
    }

    /** What speaks against a strategy. */
    List<String> against(String strategy) {
        return against.getOrDefault(strategy, List.of());
    }

    /** What speaks against it weighs least where something can be done about it while the order is kept. */
    private static StrategyChoice unsolved(Map<String, List<String>> against) {
        return new StrategyChoice(
                SharedClusterPlan.STRATEGY,
                "it alone keeps the order of records",
                against,
                Optional.of("No strategy suits as things are. Against "
                        + SharedClusterPlan.STRATEGY + " speaks: "
                        + String.join("; ", against.get(SharedClusterPlan.STRATEGY)) + ". Against "
                        + MirrorMakerPlan.STRATEGY + ": "
                        + String.join("; ", against.get(MirrorMakerPlan.STRATEGY)) + "."));
    }

    private static StrategyChoice chosen(String strategy, String why, Map<String, List<String>> against) {
        return new StrategyChoice(strategy, why, against, Optional.empty());
    }

    private static String whyShared(Circumstances seen) {
        String order = seen.clients().orderMatters().orElse(true)
                ? "the order of records has to survive"
                        + (seen.clients().orderMatters().isEmpty() ? ", as long as nobody says otherwise" : "")
                : "consumers need not read two clusters, and offsets stay as they are";
        String kept = seen.room().listeners().isEmpty()
                ? ""
                : "; new brokers must offer the listeners "
                        + String.join(", ", seen.room().listeners());
        return order + ", in one cluster all the time" + kept + metadata(seen.metadata());
    }

    private static String metadata(Metadata metadata) {
        return switch (metadata) {
            case QUORUM, ZOOKEEPER -> "";
            case STATIC_QUORUM -> "; its static quorum has to be upgraded to a dynamic one before";
            case SHARED_ZOOKEEPER -> "; its ZooKeeper stays for other clusters, and the new one is forked from it";
        };
    }

    private static List<String> againstShared(Circumstances seen) {
        List<String> against = new ArrayList<>();
        Room room = seen.room();
        when(against, !seen.clients().clientsReachBoth().orElse(true), "clients do not reach brokers on both sides");
        when(
                against,
                room.newBrokers() < room.replicas(),
                "topics have " + room.replicas() + " replicas, and there are " + room.newBrokers() + " new brokers");
        when(
                against,
                room.newRacks() < room.spread(),
                "replicas are spread over " + room.spread() + " racks, and the new brokers are in " + room.newRacks());
        when(against, room.someWithoutRack(), "some brokers have a rack and others none: set it on all or on none");
        when(
                against,
                seen.metadata() == Metadata.STATIC_QUORUM && seen.version().isBefore(4, 1),
                "the static quorum of " + seen.version() + " cannot be changed: upgrade to 4.1 or later");
        when(against, seen.version().isBefore(2, 4), seen.version() + " cannot reassign partitions through its API");
        return against;
    }

    private static List<String> againstDraining(Circumstances seen) {
        List<String> against = new ArrayList<>(againstTwoClusters(seen));
        when(
                against,
                !seen.clients().consumersReadBoth().orElse(false),
                seen.clients().consumersReadBoth().isPresent()
                        ? "consumers cannot read two clusters"
                        : "nobody has said that consumers can read two clusters (target.consumersReadBoth)");
        when(against, !seen.clients().clientsReachBoth().orElse(true), "consumers do not reach both networks");
        when(
                against,
                !seen.stateful().isEmpty(),
                "what these topics hold would stay behind: " + Objection.names(seen.stateful()));
        return against;
    }

    private static List<String> againstMirroring(Circumstances seen) {
        return againstTwoClusters(seen);
    }

    private static List<String> againstTwoClusters(Circumstances seen) {
        List<String> against = new ArrayList<>();
        when(
                against,
                seen.clients().orderMatters().orElse(true),
                seen.clients().orderMatters().isPresent()
                        ? "the order of records has to survive, and across the switch it is not kept"
                        : "nobody has said that the order of records may be given up (target.orderMatters)");
        when(against, seen.version().isBefore(2, 1), "clients of today do not speak with " + seen.version());
        return against;
    }

    private static void when(List<String> against, boolean speaks, String reason) {
        if (speaks) {
            against.add(reason);
        }
    }
}
