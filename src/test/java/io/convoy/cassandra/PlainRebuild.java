package io.convoy.cassandra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.convoy.lab.TestLab;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;

/** What {@code nodetool rebuild} does: one source for each range, and nobody who keeps the schema still. */
record PlainRebuild(MoveRig rig, String keyspace) {

    /** On one node, to the end. */
    void run(String address) {
        rig.link().jmxNode(address).ask(this::call);
    }

    /** On one node; returns while it streams. */
    Future<Optional<String>> begin(String address) {
        Future<Optional<String>> end = rig.link().jmxNode(address).begin(this::call);
        RebuildStreams streams = new RebuildStreams(rig, address);
        await().atMost(Duration.ofMinutes(1))
                .until(() -> end.isDone() || streams.running().isPresent());
        assertThat(end)
                .as(() -> "a rebuild that streams; it ended with " + ended(end))
                .isNotDone();
        return end;
    }

    private Object call(MBeanServerConnection beans) throws IOException, JMException {
        return beans.invoke(
                new ObjectName("org.apache.cassandra.db:type=StorageService"),
                "rebuild",
                new Object[] {TestLab.SOURCE.datacenter(), keyspace, null, null},
                Collections.nCopies(4, String.class.getName()).toArray(String[]::new));
    }

    private static String ended(Future<Optional<String>> end) {
        try {
            return end.get().orElse("success");
        } catch (InterruptedException | ExecutionException e) {
            return e.toString();
        }
    }
}
