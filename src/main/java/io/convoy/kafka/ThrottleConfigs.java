package io.convoy.kafka;

import io.convoy.kafka.KafkaLook.Answers;
import io.convoy.kafka.KafkaView.LiveBroker;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ConfigEntry.ConfigSource;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Reads and writes what throttles replication in a running cluster. */
final class ThrottleConfigs {

    /** Set for this very topic or broker, and not for all of them. */
    private static final Set<ConfigSource> OWN =
            Set.of(ConfigSource.DYNAMIC_TOPIC_CONFIG, ConfigSource.DYNAMIC_BROKER_CONFIG);

    private final Admin admin;
    private final Answers answers;

    ThrottleConfigs(Admin admin, Answers answers) {
        this.admin = admin;
        this.answers = answers;
    }

    /** A topic that is gone has nothing set; a broker answers for itself only, so one that is down cannot be asked. */
    ThrottleSettings read(Collection<ThrottleSetting> wanted, KafkaView view) {
        Set<String> alive = view.brokers().stream()
                .map(LiveBroker::id)
                .map(BrokerId::toString)
                .collect(Collectors.toSet());
        List<ThrottleSetting> asked = wanted.stream()
                .filter(setting -> setting.isOfTopic() || alive.contains(setting.name()))
                .toList();
        Map<ConfigResource, Config> configs = describe(
                asked.stream().map(ThrottleConfigs::resource).distinct().toList());
        Map<ThrottleSetting, Optional<String>> values = new TreeMap<>();
        asked.forEach(setting -> values.put(
                setting,
                Optional.ofNullable(configs.get(resource(setting))).flatMap(config -> value(config, setting))));
        return new ThrottleSettings(values);
    }

    private Map<ConfigResource, Config> describe(List<ConfigResource> resources) {
        Map<ConfigResource, Config> configs = new HashMap<>();
        admin.describeConfigs(resources).values().forEach((resource, future) -> unlessGone(
                        future, "describing " + resource)
                .ifPresent(config -> configs.put(resource, config)));
        return configs;
    }

    private static Optional<String> value(Config config, ThrottleSetting setting) {
        return Optional.ofNullable(config.get(setting.key()))
                .filter(entry -> OWN.contains(entry.source()))
                .map(ConfigEntry::value);
    }

    /** Sets what has a value and unsets what has none; nobody needs to be told of a topic that is gone. */
    void write(Map<ThrottleSetting, Optional<String>> changes) {
        Map<ConfigResource, Collection<AlterConfigOp>> operations = new HashMap<>();
        changes.forEach((setting, value) -> operations
                .computeIfAbsent(resource(setting), ignored -> new ArrayList<>())
                .add(operation(setting, value)));
        if (!operations.isEmpty()) {
            admin.incrementalAlterConfigs(operations)
                    .values()
                    .forEach((resource, future) ->
                            unlessGone(future.thenApply(done -> true), "changing the configuration of " + resource));
        }
    }

    private static AlterConfigOp operation(ThrottleSetting setting, Optional<String> value) {
        return new AlterConfigOp(
                new ConfigEntry(setting.key(), value.orElse("")), value.isPresent() ? OpType.SET : OpType.DELETE);
    }

    private <T> Optional<T> unlessGone(KafkaFuture<T> future, String doing) {
        try {
            return Optional.of(answers.of(future, doing));
        } catch (UnreachableKafkaException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static ConfigResource resource(ThrottleSetting setting) {
        ConfigResource.Type type =
                switch (setting.scope()) {
                    case TOPIC -> ConfigResource.Type.TOPIC;
                    case BROKER -> ConfigResource.Type.BROKER;
                };
        return new ConfigResource(type, setting.name());
    }
}
