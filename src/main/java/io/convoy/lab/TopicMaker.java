package io.convoy.lab;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** Makes topics with as many replicas as the brokers are configured to give. */
final class TopicMaker implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Admin admin;

    TopicMaker(KafkaRoute route) {
        this.admin = route.admin(LIMIT);
    }

    void create(String topic, int partitions) {
        create(new NewTopic(topic, Optional.of(partitions), Optional.empty()));
    }

    /** Nothing to do where the topic is. */
    void create(NewTopic topic) {
        try {
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new LabException("Topic " + topic.name() + " could not be made: " + e.getMessage(), e);
            }
        } catch (InterruptedException e) {
            throw Pause.interrupted(e);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
