package io.convoy.kafka;

import io.convoy.execution.Outcome;
import io.convoy.execution.StepContext;
import io.convoy.execution.StepHandler;
import io.convoy.plan.TwoClusterStep.ReadBoth;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Compares who reads in one cluster with who reads in the other. */
@Singleton
class ReadBothHandler implements StepHandler<ReadBoth> {

    private static final Duration LATER = Duration.ofSeconds(5);

    private final KafkaLinks links;

    ReadBothHandler(KafkaLinks links) {
        this.links = links;
    }

    @Override
    public Class<ReadBoth> stepType() {
        return ReadBoth.class;
    }

    @Override
    public Outcome advance(ReadBoth step, StepContext context) {
        List<GroupState> source = links.side(context.cluster(), step.source()).groups();
        List<GroupState> destination =
                links.side(context.cluster(), step.destination()).groups();
        Readers readers = Readers.compare(source, destination);
        return readers.missing().isEmpty()
                ? new Outcome.Done(evidence(step, readers))
                : new Outcome.Blocked(
                        "Not every group of " + step.source() + " reads " + step.destination() + " too: "
                                + Objection.names(readers.missing()),
                        LATER);
    }

    private static List<String> evidence(ReadBoth step, Readers readers) {
        List<String> evidence = new ArrayList<>(readers.present());
        if (!readers.idle().isEmpty()) {
            evidence.add("Groups without a live member in " + step.source() + ", of whom nothing is asked: "
                    + Objection.names(readers.idle()));
        }
        return evidence;
    }
}
