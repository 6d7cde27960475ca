package io.convoy.kafka;

import static org.awaitility.Awaitility.await;

import io.convoy.base.RunId;
import io.convoy.execution.Outcome;
import io.convoy.execution.StepDriver;
import io.convoy.execution.StepHandler;
import io.convoy.inventory.Access;
import io.convoy.inventory.Cluster;
import io.convoy.inventory.ClusterProfile;
import io.convoy.inventory.Datacenter;
import io.convoy.inventory.Endpoint;
import io.convoy.inventory.Environment;
import io.convoy.inventory.KafkaCluster;
import io.convoy.inventory.KafkaMetadata;
import io.convoy.inventory.NamedNodes;
import io.convoy.inventory.Node;
import io.convoy.inventory.Owner;
import io.convoy.inventory.Standing;
import io.convoy.inventory.Target;
import io.convoy.inventory.Target.TargetDatacenter;
import io.convoy.lab.KafkaLayout;
import io.convoy.lab.LabNode;
import io.convoy.plan.Step;
import io.convoy.provision.NodeOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Carries out single steps on a lab's Kafka cluster, as the runner would, without a server. */
final class KafkaRig implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(4);

    /** Of whom nothing is known, and who need not be away for long to be believed to be. */
    private static final Target.Clients CLIENTS = new Target.Clients(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(Duration.ofSeconds(3)));

    private final KafkaCluster cluster;
    private final KafkaLinks links = new KafkaLinks();
    private final Canaries canaries = new Canaries(links);
    private final SettledMoves settled = new Remembered();
    private final Throttles throttles = new RememberedThrottles();
    private final StepDriver driver;

    KafkaRig(KafkaLayout source, KafkaLayout destination) {
        this(source, destination, SharedClusterPlan.STRATEGY);
    }

    KafkaRig(KafkaLayout source, KafkaLayout destination, String strategy) {
        this(source, destination, strategy, KafkaMetadata.KRAFT, List.of());
    }

    KafkaRig(
            KafkaLayout source,
            KafkaLayout destination,
            String strategy,
            KafkaMetadata metadata,
            List<Endpoint> zookeeperServers) {
        this(cluster(source, metadata, target(source, destination, strategy, zookeeperServers, CLIENTS)));
    }

    private static KafkaCluster cluster(KafkaLayout source, KafkaMetadata metadata, Target target) {
        Standing standing = new Standing(Environment.DEVELOPMENT, "standard", Owner.UNKNOWN, Map.of());
        Endpoint first = new Endpoint(source.addresses().get(0), MovingNodes.PORT);
        return new KafkaCluster(
                new ClusterProfile(source.cluster(), source.brokers().version(), standing, Optional.empty()),
                List.of(datacenter(source, "here")),
                Optional.of(new Access(List.of(first), Optional.empty(), jmx(source))),
                Optional.of(target),
                Optional.of(metadata));
    }

    private KafkaRig(KafkaCluster cluster) {
        this.cluster = cluster;
        this.driver = new StepDriver(
                cluster,
                new StepDriver.Patience(LIMIT, Duration.ofMillis(200)),
                UnreachableKafkaException.class::isInstance);
    }

    /** Of a move by a MirrorMaker whose copies are called after the source. */
    static KafkaRig prefixed(KafkaLayout source, KafkaLayout destination) {
        Target.Clients clients = new Target.Clients(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(true), Optional.empty());
        return new KafkaRig(cluster(
                source,
                KafkaMetadata.KRAFT,
                target(source, destination, MirrorMakerPlan.STRATEGY, List.of(), clients)));
    }

    private static Target target(
            KafkaLayout source,
            KafkaLayout destination,
            String strategy,
            List<Endpoint> zookeeperServers,
            Target.Clients clients) {
        TargetDatacenter datacenter = new TargetDatacenter(
                datacenter(destination, "elsewhere"),
                Optional.of(source.brokers().datacenter()));
        return new Target(
                strategy,
                List.of(datacenter),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                zookeeperServers,
                Optional.empty(),
                clients);
    }

    private static Optional<Access.Jmx> jmx(KafkaLayout layout) {
        return layout.hasJmx() ? Optional.of(new Access.Jmx(LabNode.JMX_PORT, Optional.empty())) : Optional.empty();
    }

    private static Datacenter datacenter(KafkaLayout layout, String region) {
        List<Node> nodes = layout.orders().stream().map(KafkaRig::node).toList();
        return new Datacenter(layout.brokers().datacenter(), "lab", region, new NamedNodes(nodes));
    }

    private static Node node(NodeOrder order) {
        return new Node(order.node(), order.address(), order.placement().rack(), Optional.empty());
    }

    Cluster cluster() {
        return cluster;
    }

    /** Another one for the same cluster, reached in these ways. */
    KafkaRig reachedBy(Access access, Optional<Access> ofTarget) {
        return new KafkaRig(with(
                cluster,
                Optional.of(access),
                target -> new Target(
                        target.strategy(),
                        target.datacenters(),
                        target.cutover(),
                        target.throttle(),
                        target.canaryTopic(),
                        target.zookeeperServers(),
                        ofTarget,
                        target.clients())));
    }

    /** Another one for the same cluster, with a canary that writes there. */
    KafkaRig withCanary(String topic) {
        return new KafkaRig(withCanary(cluster, topic));
    }

    static KafkaCluster withCanary(KafkaCluster cluster, String topic) {
        return with(
                cluster,
                cluster.access(),
                target -> new Target(
                        target.strategy(),
                        target.datacenters(),
                        target.cutover(),
                        target.throttle(),
                        Optional.of(topic),
                        target.zookeeperServers(),
                        target.access(),
                        target.clients()));
    }

    private static KafkaCluster with(KafkaCluster cluster, Optional<Access> access, UnaryOperator<Target> change) {
        return new KafkaCluster(
                cluster.profile(),
                cluster.datacenters(),
                access,
                cluster.target().map(change),
                cluster.metadata());
    }

    Canaries canaries() {
        return canaries;
    }

    KafkaLinks links() {
        return links;
    }

    Throttles throttles() {
        return throttles;
    }

    /** Of a Convoy that has just been started and knows what the one before it has kept. */
    MovePartitionsHandler mover() {
        return mover(canaries);
    }

    /** The same, told by others what producers feel. */
    MovePartitionsHandler mover(ProducerPulse pulse) {
        return new MovePartitionsHandler(links, settled, new Throttling(throttles), pulse);
    }

    /** Has the throttle looked after once, as it is a few times a minute, when the run is believed to stand so. */
    void settleThrottle(ThrottleOwner.Standing standing) {
        new ThrottleKeeper(throttles, new Throttling(throttles), run -> standing, links).settle(cluster);
    }

    KafkaView look() {
        return patiently(() -> Optional.of(links.to(cluster).look()));
    }

    SharedClusterMove move() {
        LiveCluster live = links.to(cluster);
        return patiently(() -> Optional.of(
                SharedClusterMove.observed(MovingNodes.of(cluster), live).surveyed(live, Instant.now())));
    }

    Quorum quorum() {
        return patiently(() -> links.to(cluster).quorum());
    }

    /** While the active controller changes, a broker may not answer for a while. */
    private static <T> T patiently(Callable<Optional<T>> question) {
        return await().atMost(LIMIT)
                .ignoreException(UnreachableKafkaException.class)
                .until(question, Optional::isPresent)
                .orElseThrow();
    }

    /** Until it is done; fails at any other end. */
    <S extends Step> List<String> complete(StepHandler<S> handler, S step) {
        return driver.complete(handler, step);
    }

    /** Calls the handler until its outcome is as wished. */
    <S extends Step> Outcome until(StepHandler<S> handler, S step, Predicate<Outcome> wish) {
        return driver.until(handler, step, wish);
    }

    /** The same, and what the handler asked to be told is not forgotten. */
    <S extends Step> Outcome goOn(StepHandler<S> handler, S step, Predicate<Outcome> wish) {
        return driver.goOn(handler, step, wish);
    }

    @Override
    public void close() {
        canaries.close();
        links.close();
    }

    /** Outlives handlers, as the database does. */
    private static final class Remembered implements SettledMoves {

        private final Map<RunId, Settled> kept = new ConcurrentHashMap<>();

        @Override
        public Settled of(RunId run) {
            return kept.getOrDefault(run, Settled.NOTHING);
        }

        @Override
        public void keep(RunId run, Settled settled) {
            kept.put(run, settled);
        }
    }
}
