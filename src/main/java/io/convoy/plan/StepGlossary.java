package io.convoy.plan;

import io.convoy.base.ByteSize;
import io.convoy.plan.CassandraStep.DecommissionNode;
import io.convoy.plan.CassandraStep.DropSuperuser;
import io.convoy.plan.CassandraStep.EnsureSuperuser;
import io.convoy.plan.CassandraStep.ForgetRebuild;
import io.convoy.plan.CassandraStep.FreezeSchema;
import io.convoy.plan.CassandraStep.JoinDatacenter;
import io.convoy.plan.CassandraStep.LeaveDatacenter;
import io.convoy.plan.CassandraStep.Preflight;
import io.convoy.plan.CassandraStep.ProveNoClients;
import io.convoy.plan.CassandraStep.RebuildDatacenter;
import io.convoy.plan.CassandraStep.ReleaseSchema;
import io.convoy.plan.CassandraStep.RepairKeyspace;
import io.convoy.plan.CassandraStep.SetReplication;
import io.convoy.plan.CassandraStep.VerifyDatacenter;
import io.convoy.plan.GeneralStep.Gate;
import io.convoy.plan.GeneralStep.PointOfNoReturn;
import io.convoy.plan.GeneralStep.Pretend;
import io.convoy.plan.GeneralStep.ProvisionNodes;
import io.convoy.plan.GeneralStep.RetireNodes;
import io.convoy.plan.GeneralStep.Webhook;
import io.convoy.plan.KafkaStep.CheckPartitions;
import io.convoy.plan.KafkaStep.JoinBrokers;
import io.convoy.plan.KafkaStep.LeaveBrokers;
import io.convoy.plan.KafkaStep.LeaveClients;
import io.convoy.plan.KafkaStep.MoveControllers;
import io.convoy.plan.KafkaStep.MovePartitions;
import io.convoy.plan.KafkaStep.NameClients;
import io.convoy.plan.KafkaStep.UpgradeQuorum;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Every kind of step in the words of a reviewer: the state that it brings about, what clients feel, what it cannot do. */
final class StepGlossary {

    private static final Map<Class<? extends Step>, Entry> ENTRIES = new HashMap<>();

    /** What is said of one kind of step. */
    private record Entry(Function<Step, String> words, Optional<String> felt, Optional<String> beyond) {}

    static {
        cassandraNodes();
        cassandraData();
        kafka();
        ZooKeeperGlossary.add();
        TwoClusterGlossary.add();
        general();
    }

    private StepGlossary() {}

    /** The state that the step names, as a sentence. */
    static String words(Step step) {
        return entry(step).words().apply(step);
    }

    /** What clients notice of steps of this kind. */
    static Optional<String> felt(Step step) {
        return entry(step).felt();
    }

    /** What steps of this kind cannot protect from. */
    static Optional<String> beyond(Step step) {
        return entry(step).beyond();
    }

    private static Entry entry(Step step) {
        Entry entry = ENTRIES.get(step.getClass());
        if (entry == null) {
            throw new IllegalStateException("The glossary does not know the step '" + step.tag() + "'");
        }
        return entry;
    }

    private static void cassandraNodes() {
        say(
                Preflight.class,
                s -> "Nothing stands in the way of bringing " + code(s.target()) + " in beside " + code(s.source())
                        + ".");
        say(
                EnsureSuperuser.class,
                s -> "The superuser " + code(s.role()) + " exists; its password is in " + code(s.password()) + ".");
        say(DropSuperuser.class, s -> "The role " + code(s.role()) + " does not exist.");
        say(
                JoinDatacenter.class,
                s -> "Every node of " + code(s.datacenter()) + " is up and normal in its rack ("
                        + counted(s.nodesPerRack()) + "), and all nodes agree on one schema.",
                "Drivers hear of the new nodes. Those with a local datacenter (all current ones) do not use them; a policy"
                        + " without one (plain round robin) would send requests there and must be changed before.",
                "");
        say(LeaveDatacenter.class, s -> "No node of " + code(s.datacenter()) + " is in the ring.");
        say(
                ProveNoClients.class,
                s -> "No client is connected to a node of " + code(s.datacenter()) + ", seen twice, "
                        + DurationWords.of(s.apart()) + " apart, with no request in between.",
                "",
                "A client that was switched off while the proof was taken, and comes back with the old addresses.");
        say(
                DecommissionNode.class,
                s -> code(s.address()) + " has left the ring" + (s.force() ? ", by force where need be." : "."),
                "Nothing, when they have moved. A driver that still keeps an old address as its only contact point works until"
                        + " it restarts.",
                "");
    }

    private static void cassandraData() {
        say(
                SetReplication.class,
                s -> code(s.keyspace()) + " is replicated as " + code(s.replication()) + ", and all nodes agree on it.",
                "Once a keyspace is in both datacenters, every write is sent to both. LOCAL_ONE and LOCAL_QUORUM wait for the"
                        + " local datacenter only and feel nothing but the load of one more copy per write.",
                "Clients that use QUORUM, SERIAL, ALL or ONE: they count replicas of both datacenters.");
        say(
                RepairKeyspace.class,
                s -> "The replicas of " + code(s.keyspace()) + " in " + codes(s.datacenters())
                        + " agree with each other.");
        say(
                FreezeSchema.class,
                s -> "No table can be dropped or truncated on any node of " + codes(s.datacenters())
                        + ", and nobody holds a permit to do so.",
                "DROP and TRUNCATE are refused between freeze and release; reads, writes and CREATE TABLE work as always. Jobs"
                        + " that ask for a permit wait by themselves.",
                "Drops by superusers during the freeze: no guardrail of Cassandra binds them.");
        say(ReleaseSchema.class, s -> "The freeze is over, and every node has its own settings again.");
        say(
                RebuildDatacenter.class,
                s -> "Every node of " + code(s.datacenter()) + " holds every range that it owns of "
                        + codes(s.keyspaces()) + ", read from " + code(s.source()) + "; " + s.concurrency()
                        + " at a time.",
                "The source's nodes send their data once more, throttled by Cassandra's stream throughput; expect a few percent"
                        + " more latency on disks that are busy already.",
                "Rows that no quorum of the source had. Where writes are done at ONE or ANY, repair the source before.");
        say(
                VerifyDatacenter.class,
                s -> "No replica of " + codes(s.keyspaces()) + " in " + code(s.datacenter()) + " differs from those in "
                        + code(s.source()) + ".",
                "Every node reads its data once to build Merkle trees, as in a repair.",
                "");
        say(ForgetRebuild.class, s -> "No node of " + code(s.datacenter()) + " remembers which ranges it has copied.");
    }

    private static void kafka() {
        say(
                CheckPartitions.class,
                s -> "Every partition on brokers " + s.source() + " is led, in sync, and in nobody's hands.");
        say(
                JoinBrokers.class,
                s -> "The brokers " + brokers(s.brokers()) + " of " + code(s.datacenter())
                        + " are alive, in their racks.");
        say(
                LeaveBrokers.class,
                s -> "The brokers " + brokers(s.brokers()) + " of " + code(s.datacenter())
                        + " are not registered any more.");
        say(
                MovePartitions.class,
                s -> "Every replica of every partition is on the brokers " + s.destination() + " and none on "
                        + s.source()
                        + ", all in sync; " + s.batch() + " partitions move at a time, "
                        + (s.crossesOnce() ? "crossing the link once." : "each replica by itself.")
                        + s.throttleBytesPerSecond().map(StepGlossary::throttle).orElse(""),
                "Producers with acks=all wait at each change of a leader: about half a second at the longest where the brokers'"
                        + " replica.fetch.backoff.ms is 50, one to three seconds where it is Kafka's default of 1000. No record"
                        + " is lost, doubled or put out of order by it.",
                "Topics that somebody else reassigns meanwhile: the move stands still until that has ended.");
        say(
                NameClients.class,
                s -> s.named()
                        ? "Brokers tell requests by client id: a quota stands that binds nobody but Convoy, and that it never"
                                + " reaches."
                        : "The quota by which brokers tell requests by client id is gone.");
        say(
                LeaveClients.class,
                s -> "For " + DurationWords.of(s.quiet()) + " no client has asked anything of the brokers "
                        + brokers(s.brokers()) + " of " + code(s.datacenter())
                        + ", and none was at work as it was when this began; or somebody has confirmed that who is left may stay.",
                "Each is started anew once by its owner, with bootstrap servers that stay; Convoy restarts nobody.",
                "A client that is switched off all the while and comes back with the old addresses; a producer without idempotence,"
                        + " or with transactions, that was never started anew and asks the old brokers nothing.");
        say(
                UpgradeQuorum.class,
                s -> "The voters of the quorum can be changed while it runs: its `kraft.version` is 1.",
                "",
                "A way back to a static quorum: Kafka knows none. Nobody needs it.");
        say(MoveControllers.class, s -> "The controllers that vote are " + s.voters() + ", and no others.");
    }

    private static String throttle(long bytesPerSecond) {
        return " Of what goes from one side to the other no broker sends or receives more than "
                + new ByteSize(bytesPerSecond) + " a second, unless clients write as fast. No throttle is left.";
    }

    static String brokers(List<PlannedBroker> brokers) {
        return codes(brokers.stream()
                .map(broker -> broker.id() + " " + broker.node())
                .toList());
    }

    private static void general() {
        say(Gate.class, s -> "Somebody has answered with yes: *" + s.question() + "*");
        say(
                Webhook.class,
                s -> "The webhook of " + code(s.url()) + " was asked to " + s.purpose() + ", and has agreed.",
                "What the webhook does to them: that is theirs to know.",
                "");
        say(
                PointOfNoReturn.class,
                s -> "Somebody has confirmed: *" + s.statement() + "*",
                "",
                "A change of mind after the point of no return; and mistakes of people and programs, which reach both"
                        + " datacenters alike. Keep your backups.");
        say(
                ProvisionNodes.class,
                s -> names(s.nodes()) + " run " + s.software() + " " + s.version() + " in " + code(s.datacenter())
                        + ", with " + settings(s.settings()) + ".");
        say(
                Pretend.class,
                s -> "Nothing is done: " + s.work() + " is pretended for " + DurationWords.of(s.lasting()) + ".");
        say(RetireNodes.class, s -> names(s.nodes()) + " of " + code(s.datacenter()) + " are gone, with their data.");
    }

    static <S extends Step> void say(Class<S> kind, Function<S, String> words) {
        say(kind, words, "", "");
    }

    static <S extends Step> void say(Class<S> kind, Function<S, String> words, String felt, String beyond) {
        ENTRIES.put(kind, new Entry(step -> words.apply(kind.cast(step)), optional(felt), optional(beyond)));
    }

    private static Optional<String> optional(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static String counted(Map<String, Integer> perRack) {
        List<String> racks = perRack.entrySet().stream()
                .map(rack -> rack.getValue() + " in " + code(rack.getKey()))
                .toList();
        return String.join(", ", racks);
    }

    private static String names(List<PlannedNode> nodes) {
        return codes(nodes.stream()
                .map(node -> node.address()
                        .filter(address -> !address.equals(node.name()))
                        .map(address -> node.name() + " " + address)
                        .orElse(node.name()))
                .toList());
    }

    static String settings(Map<String, String> settings) {
        return codes(settings.entrySet().stream().map(Object::toString).toList());
    }

    static String codes(List<String> names) {
        return String.join(", ", names.stream().map(StepGlossary::code).toList());
    }

    static String code(Object value) {
        return "`" + value + "`";
    }
}
