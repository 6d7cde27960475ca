package io.convoy.kafka;

import io.convoy.plan.Draft;
import io.convoy.plan.KafkaStep.MoveControllers;
import io.convoy.plan.KafkaStep.UpgradeQuorum;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** How the votes of KRaft controllers move. Pure. */
final class ControllerDrafts {

    private static final Duration PER_NODE = Duration.ofMinutes(1);

    private ControllerDrafts() {}

    static Draft upgrade() {
        return Draft.of(
                        "controllers",
                        "upgrade-quorum",
                        "Make the quorum's voters changeable",
                        new UpgradeQuorum(),
                        PER_NODE)
                .because(
                        "Its voters stand in controller.quorum.voters; new controllers cannot even register with such a quorum. It"
                                + " is upgraded while it runs, without a restart.")
                .notUndone(
                        "Kafka knows no way back, and a dynamic quorum that nobody changes behaves as a static one.");
    }

    static Draft share(SharedClusterMove move) {
        List<Integer> both = Stream.concat(move.sourceIds().stream(), move.destinationIds().stream())
                .toList();
        return Draft.of(
                        "controllers",
                        "share-votes",
                        "Give votes to the controllers of "
                                + move.nodes().destination().name() + " too",
                        new MoveControllers(both),
                        PER_NODE)
                .because(
                        "One voter at a time: two majorities that do not know of each other can never form. The old ones keep"
                                + " theirs as long as their brokers run, for these find the active controller by their own only.")
                .undoneBy(
                        new MoveControllers(move.sourceIds()), "The new controllers lose their votes, one at a time.");
    }

    static Draft move(SharedClusterMove move) {
        return Draft.of(
                        "retirement",
                        "move-votes",
                        "Take the votes of the controllers of "
                                + move.nodes().source().name(),
                        new MoveControllers(move.destinationIds()),
                        PER_NODE)
                .because(
                        "Half of the voters are about to stop; without this the rest would have no majority. The active"
                                + " controller goes last.")
                .notUndone("The point of no return has been passed.");
    }
}
