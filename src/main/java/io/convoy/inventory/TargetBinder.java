package io.convoy.inventory;

import io.convoy.base.ByteSize;
import io.convoy.base.SecretReference;
import io.convoy.inventory.Item.Scalar;
import io.convoy.inventory.Target.Clients;
import io.convoy.inventory.Target.Cutover;
import io.convoy.inventory.Target.TargetDatacenter;
import io.convoy.inventory.Target.Webhook;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what shall become of a cluster. */
final class TargetBinder {

    private static final List<String> KEYS = List.of(
            "strategy",
            "datacenters",
            "cutover",
            "throttle",
            "canaryTopic",
            "zookeeperServers",
            "access",
            "orderMatters",
            "consumersReadBoth",
            "clientsReachBoth",
            "prefixedTopics",
            "clientsQuiet");
    private static final Pattern TOPIC = Pattern.compile("[A-Za-z0-9._-]{1,249}");
    private static final List<String> CUTOVER_KEYS = List.of("webhook", "secret");

    /** Brokers tell who has asked them something for about as long. */
    private static final Duration SHORTEST_QUIET = Duration.ofSeconds(10);

    private final Problems problems;
    private final DatacenterBinder datacenters;

    TargetBinder(Problems problems, DatacenterBinder datacenters) {
        this.problems = problems;
        this.datacenters = datacenters;
    }

    Optional<Target> bind(Item item, Optional<Kind> kind) {
        return Fields.of(item, problems, KEYS).flatMap(target -> {
            Optional<String> strategy = strategy(target, kind);
            List<TargetDatacenter> planned = datacenters.planned(target.list("datacenters"));
            Optional<Cutover> cutover = target.item("cutover").flatMap(this::cutover);
            Optional<ByteSize> throttle = target.optional("throttle", text -> throttle(text, kind));
            Optional<String> canaryTopic = target.optional("canaryTopic", text -> topic(text, kind));
            List<Endpoint> zookeeperServers = new AccessBinder(problems).endpoints(target, "zookeeperServers");
            Optional<Access> access = target.item("access").flatMap(it -> access(it, kind));
            Clients clients = clients(target, kind);
            return strategy.map(given ->
                    new Target(given, planned, cutover, throttle, canaryTopic, zookeeperServers, access, clients));
        });
    }

    /** For Kafka there are several, and Convoy proposes one where none is named. */
    private static Optional<String> strategy(Fields target, Optional<Kind> kind) {
        return kind.equals(Optional.of(Kind.KAFKA)) && !target.has("strategy")
                ? Optional.of(Target.PROPOSED_KAFKA)
                : target.required("strategy", text -> strategy(text, kind));
    }

    private Optional<Access> access(Item item, Optional<Kind> kind) {
        if (kind.isPresent() && kind.get() != Kind.KAFKA) {
            problems.add(item.place(), "An access of the target is for kafka clusters: remove it");
            return Optional.empty();
        }
        return new AccessBinder(problems).bind(item, kind);
    }

    private static Clients clients(Fields target, Optional<Kind> kind) {
        return new Clients(
                fact(target, "orderMatters", kind),
                fact(target, "consumersReadBoth", kind),
                fact(target, "clientsReachBoth", kind),
                fact(target, "prefixedTopics", kind),
                target.optional("clientsQuiet", text -> quiet(text, kind)));
    }

    private static Optional<Boolean> fact(Fields target, String key, Optional<Kind> kind) {
        return target.optional(key, text -> {
            refuseUnlessKafka("'" + key + "'", kind);
            return Words.yesOrNo(text);
        });
    }

    private static void refuseUnlessKafka(String what, Optional<Kind> kind) {
        if (kind.isPresent() && kind.get() != Kind.KAFKA) {
            throw new IllegalArgumentException(what + " is for kafka clusters, and this one is of kind "
                    + kind.get().word());
        }
    }

    private static Duration quiet(String text, Optional<Kind> kind) {
        refuseUnlessKafka("'clientsQuiet'", kind);
        return Words.duration(text, SHORTEST_QUIET);
    }

    private static String topic(String text, Optional<Kind> kind) {
        refuseUnlessKafka("A canary", kind);
        if (!TOPIC.matcher(text).matches() || text.startsWith("__")) {
            throw new IllegalArgumentException(
                    Quoted.of(text) + " is not a topic of one's own: use letters, digits, '.', '_' and '-'");
        }
        return text;
    }

    private static ByteSize throttle(String text, Optional<Kind> kind) {
        refuseUnlessKafka("A throttle", kind);
        ByteSize aSecond = ByteSize.parse(text);
        if (aSecond.bytes() == 0) {
            throw new IllegalArgumentException("At a throttle of 0B nothing is ever copied: leave it out for no limit");
        }
        return aSecond;
    }

    private static String strategy(String text, Optional<Kind> kind) {
        for (Kind other : Kind.values()) {
            if (kind.isPresent() && other != kind.get() && text.startsWith(other.word() + "-")) {
                throw new IllegalArgumentException("Strategy " + Quoted.of(text) + " is for " + other.word()
                        + " clusters, and this one is of kind " + kind.get().word());
            }
        }
        return Words.word(text);
    }

    private Optional<Cutover> cutover(Item item) {
        if (!(item instanceof Scalar scalar)) {
            return Fields.of(item, problems, CUTOVER_KEYS)
                    .flatMap(TargetBinder::webhook)
                    .map(webhook -> new Cutover(Optional.of(webhook)));
        }
        if (!scalar.text().strip().equals("gate")) {
            problems.add(item.place(), "A cutover is 'gate', or {webhook: env:NAME} with a reference to its URL");
        }
        return Optional.of(Cutover.GATE);
    }

    private static Optional<Webhook> webhook(Fields cutover) {
        Optional<SecretReference> secret = cutover.optional("secret", SecretReference::new);
        return cutover.required("webhook", SecretReference::new).map(url -> new Webhook(url, secret));
    }
}
