package io.convoy.kafka;

import io.convoy.base.ClusterName;

/** A running cluster as somebody who sees to its throttle finds it. */
record ThrottleSite(ClusterName cluster, LiveCluster live, KafkaView view) {}
