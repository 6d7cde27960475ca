package io.convoy.plan;

import static io.convoy.plan.StepGlossary.code;
import static io.convoy.plan.StepGlossary.say;

import io.convoy.plan.TwoClusterStep.AwaitQuiet;
import io.convoy.plan.TwoClusterStep.AwaitWrites;
import io.convoy.plan.TwoClusterStep.DrainTopics;
import io.convoy.plan.TwoClusterStep.DropTopics;
import io.convoy.plan.TwoClusterStep.FoundCluster;
import io.convoy.plan.TwoClusterStep.LeaveGroups;
import io.convoy.plan.TwoClusterStep.MakeTopics;
import io.convoy.plan.TwoClusterStep.MirrorTopics;
import io.convoy.plan.TwoClusterStep.ReadBoth;
import io.convoy.plan.TwoClusterStep.ReadThere;
import io.convoy.plan.TwoClusterStep.TranslateGroups;

/** The glossary's words for steps between two Kafka clusters. */
final class TwoClusterGlossary {

    private TwoClusterGlossary() {}

    static void add() {
        topics();
        clients();
        mirror();
    }

    private static void topics() {
        say(
                FoundCluster.class,
                s -> "The brokers " + StepGlossary.brokers(s.brokers()) + " of " + code(s.datacenter())
                        + " are a cluster of their own, " + code(s.clusterId()) + ", each in its rack.");
        say(
                MakeTopics.class,
                s -> "Every topic of " + code(s.source()) + " but internal ones is in " + code(s.destination())
                        + " too, with as many partitions and configured alike.",
                "",
                "What a cluster has besides topics: ACLs, quotas, users, and settings of brokers that are no topic's. Bring"
                        + " them over before the consumers come.");
        say(
                DropTopics.class,
                s -> "No topic of " + code(s.source()) + " is in " + code(s.destination())
                        + "; what had records there had been read to its end.");
    }

    private static void clients() {
        say(
                ReadBoth.class,
                s -> "Every consumer group with members in " + code(s.source()) + " has members in "
                        + code(s.destination()) + " that read the same topics.",
                "Consumers poll two clusters for a while, with a group in each.",
                "Consumers that commit no offsets to Kafka (by hand, or in a store of their own): nobody sees where they are.");
        say(
                AwaitQuiet.class,
                s -> "Nobody has written to " + code(s.datacenter()) + " between two looks, "
                        + DurationWords.of(s.apart()) + " apart.",
                "",
                "A producer that sleeps longer than the looks are apart, and comes back with the old addresses.");
        say(
                AwaitWrites.class,
                s -> "Records arrive in " + code(s.datacenter())
                        + ", or somebody has confirmed that there is nothing to write.");
        say(
                DrainTopics.class,
                s -> "Every consumer group of " + code(s.datacenter())
                        + " has committed to the end of every partition that it reads, and nobody writes there any more.",
                "Records of one key that were written before and after the switch may be handled in another order.",
                "");
        say(LeaveGroups.class, s -> "No consumer group has a live member in " + code(s.datacenter()) + ".");
    }

    private static void mirror() {
        say(
                MirrorTopics.class,
                s -> "A MirrorMaker has copied every partition of " + code(s.source()) + " to " + code(s.destination())
                        + (s.behind() == 0 ? ", to its end." : ", all but " + s.behind() + " records at most."),
                "The source's brokers send all their data once more.",
                "Records that MirrorMaker writes twice after it was killed; transactions, whose records arrive one by one.");
        say(
                TranslateGroups.class,
                s -> "Every consumer group of " + code(s.source()) + " has offsets in " + code(s.destination())
                        + " from which it goes on"
                        + (s.apart().isZero()
                                ? "."
                                : ", unchanged between two looks " + DurationWords.of(s.apart()) + " apart."),
                "Consumers stand still from their stop here until their start there, a minute at least.",
                "Offsets are translated to the last record that is known on both sides, so a group may get some records twice.");
        say(
                ReadThere.class,
                s -> "The groups " + StepGlossary.codes(s.groups()) + " read in " + code(s.destination())
                        + " what they read in " + code(s.source()) + ".");
    }
}
