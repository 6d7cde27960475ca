package io.convoy.cassandra;

import io.convoy.execution.Outcome;
import io.convoy.execution.StepContext;
import io.convoy.execution.StepHandler;
import io.convoy.plan.CassandraStep.ForgetRebuild;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Empties, node by node, the memory of ranges that were streamed; only a rebuild that still runs is waited for. */
@Singleton
final class ForgetRebuildHandler implements StepHandler<ForgetRebuild> {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    private final CassandraLinks links;

    ForgetRebuildHandler(CassandraLinks links) {
        this.links = links;
    }

    @Override
    public Class<ForgetRebuild> stepType() {
        return ForgetRebuild.class;
    }

    @Override
    public Outcome advance(ForgetRebuild step, StepContext context) {
        ClusterLink link = links.to(context.cluster());
        Ring ring = Ring.read(link.anyCql());
        link.remember(ring.doors());
        List<String> addresses =
                ring.in(step.datacenter()).stream().map(Peer::address).toList();
        if (addresses.isEmpty()) {
            return Outcome.done("Datacenter " + step.datacenter() + " has no node in the ring");
        }
        NodeAnswers<Forgotten> answers =
                NodeAnswers.ask(addresses, address -> forget(new NodeViews(link.cql(address))), links.threads());
        List<String> open = new ArrayList<>(answers.silent().values());
        answers.given().forEach((address, forgotten) -> {
            if (forgotten.rebuilding()) {
                open.add(address + " still rebuilds");
            }
        });
        if (!open.isEmpty()) {
            return Outcome.waiting("Not every node could forget its rebuilds: " + String.join("; ", open), LOOK_AGAIN);
        }
        return new Outcome.Done(answers.given().entrySet().stream()
                .map(entry -> entry.getKey() + " remembers no streamed ranges, "
                        + entry.getValue().keyspaces().size() + " keyspaces were forgotten just now")
                .toList());
    }

    private record Forgotten(Set<String> keyspaces, boolean rebuilding) {}

    private static Forgotten forget(NodeViews views) {
        if (views.streams().stream().anyMatch(stream -> stream.isRebuild() && stream.isRunning())) {
            return new Forgotten(Set.of(), true);
        }
        Map<String, Set<TokenRange>> memory = views.rebuildMemory();
        memory.keySet().forEach(views::forgetRebuild);
        if (!views.rebuildMemory().isEmpty()) {
            throw new UnreachableException("ranges are still remembered after they were deleted");
        }
        return new Forgotten(memory.keySet(), false);
    }
}
