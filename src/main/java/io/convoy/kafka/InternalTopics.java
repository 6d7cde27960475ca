package io.convoy.kafka;

import java.util.Set;

/** Topics that belong to a cluster itself, or to a MirrorMaker, and are never carried to another. */
final class InternalTopics {

    private static final Set<String> OF_MIRRORS = Set.of("heartbeats");

    private InternalTopics() {}

    static boolean isNone(String topic) {
        return !topic.startsWith("__")
                && !OF_MIRRORS.contains(topic)
                && !(topic.startsWith("mm2-") && topic.endsWith(".internal"))
                && !topic.endsWith(".checkpoints.internal");
    }
}
