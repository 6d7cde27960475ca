package io.convoy.kafka;

import io.convoy.execution.Outcome;
import io.convoy.execution.StepContext;
import io.convoy.execution.StepHandler;
import io.convoy.inventory.Endpoint;
import io.convoy.plan.KafkaStep.CleanMetadata;
import io.convoy.plan.PlannedServer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/**
 * Deletes from a forked ensemble what belongs to other clusters, after each time proving anew that the ensemble from which it was
 * forked does not hear of it.
 */
@Singleton
class CleanMetadataHandler implements StepHandler<CleanMetadata> {

    private static final Duration SOON = Duration.ofSeconds(3);

    @Override
    public Class<CleanMetadata> stepType() {
        return CleanMetadata.class;
    }

    @Override
    public Outcome advance(CleanMetadata step, StepContext context) {
        List<Endpoint> own = step.servers().stream().map(PlannedServer::at).toList();
        List<Endpoint> others = step.others().stream().map(Endpoint::parse).toList();
        List<String> doubts = new SeparationProof(step.servers(), others, context.run())
                .look()
                .doubts();
        if (!doubts.isEmpty()) {
            return new Outcome.Failed(
                    "Nothing is deleted, because it is not proven that the two ensembles are separate: "
                            + String.join("; ", doubts),
                    false);
        }
        try (MetadataTree tree = MetadataTree.of(own)) {
            return clean(tree, step.chroot());
        }
    }

    private static Outcome clean(MetadataTree tree, String chroot) {
        List<String> foreign = ForeignZnodes.of(tree, chroot);
        int before = foreign.stream().mapToInt(tree::count).sum();
        List<String> left = foreign.stream().filter(path -> !tree.delete(path)).toList();
        return left.isEmpty()
                ? Outcome.done(
                        "The two ensembles are separate: no server of one hears what is written in the other, by its own word each"
                                + " consists of its own servers, and nobody else learns from its leader",
                        foreign.isEmpty()
                                ? "There was nothing (any more) that belongs to others"
                                : before + " znodes of others deleted, under " + foreign,
                        tree.count(chroot) + " znodes of the cluster are under " + chroot)
                : Outcome.waiting("Sessions of others have yet to expire under " + left, SOON);
    }
}
