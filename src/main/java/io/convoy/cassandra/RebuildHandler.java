package io.convoy.cassandra;

import io.convoy.execution.Outcome;
import io.convoy.execution.Progress;
import io.convoy.execution.StepContext;
import io.convoy.execution.StepHandler;
import io.convoy.plan.CassandraStep.RebuildDatacenter;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Fills a datacenter from another one, so that nothing is lost that a quorum has.
 *
 * <ol>
 *   <li>The ring says which ranges each new node owns, and {@link RebuildPlan} from which source nodes it reads each of them.
 *   <li>A node makes its calls one after the other, {@link RebuildLane}; as many nodes at a time as the step allows.
 *   <li>A call counts only when the node itself has recorded its ranges, {@link CallVerdict}.
 *   <li>A source that goes down is left out of what is still to be read, as long as the rest of the source is enough for
 *       that. A target that goes down is waited for, and makes its unfinished call again.
 * </ol>
 *
 * <p>Every call may be made twice without harm, so Convoy may die at any moment: what it then still remembers is where it goes
 * on. Calls run on the nodes and do not notice.
 */
@Singleton
final class RebuildHandler implements StepHandler<RebuildDatacenter> {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
    private static final Duration LOOK_LATER = Duration.ofSeconds(3);

    private final CassandraLinks links;
    private final RebuildSettings settings;
    private final CallsUnderway underway = new CallsUnderway();
    private final EarlierAttempts earlier = new EarlierAttempts();

    RebuildHandler(CassandraLinks links, RebuildSettings settings) {
        this.links = links;
        this.settings = settings;
    }

    @Override
    public Class<RebuildDatacenter> stepType() {
        return RebuildDatacenter.class;
    }

    @Override
    public Outcome advance(RebuildDatacenter step, StepContext context) {
        Map<String, String> remembered = earlier.or(context);
        try {
            Outcome outcome = advance(step, context, remembered);
            earlier.keep(context, outcome);
            if (outcome instanceof Outcome.Failed) {
                earlier.forget(context, RebuildMemory.TROUBLE);
            }
            return outcome;
        } catch (UnreachableException | UnreachableClusterException e) {
            // What has been streamed stays: an attempt that failed would begin with nothing remembered.
            String detail = "The cluster cannot be looked at, its rebuilds go on meanwhile: " + e.getMessage();
            return new Outcome.Waiting(Progress.unmeasured(detail), LOOK_LATER, remembered);
        }
    }

    private Outcome advance(RebuildDatacenter step, StepContext context, Map<String, String> remembered) {
        ClusterLink link = links.to(context.cluster());
        RebuildScene scene = RebuildScene.look(link, step);
        if (scene.obstacle().isPresent()) {
            return Outcome.giveUp("Rebuild of " + step.datacenter() + " from " + step.source() + " is not possible: "
                    + scene.obstacle().get());
        }
        Map<String, String> hostIds = scene.targetHostIds();
        RebuildMemory memory =
                new RebuildMemory(RebuildLedger.read(scene.rings(), remembered, hostIds), remembered, hostIds);
        RebuildPlan plan = plan(scene, memory);
        NodeAnswers<RebuildLane.Report> reports = NodeAnswers.ask(
                busy(step, scene, plan, memory, context.now()),
                target -> lane(link, step, target)
                        .advance(
                                Optional.ofNullable(memory.open().get(target)),
                                calls(plan, memory.trouble(target), target, context.now()),
                                context.now(),
                                settings.budget()),
                links.threads());
        reports.given().forEach((target, report) -> memory.learn(target, report, context.now()));
        return outcome(step, scene, memory, reports, context.now());
    }

    private Outcome outcome(
            RebuildDatacenter step,
            RebuildScene scene,
            RebuildMemory memory,
            NodeAnswers<RebuildLane.Report> reports,
            Instant now) {
        RebuildPlan left = plan(scene, memory);
        if (left.isComplete() && memory.open().isEmpty()) {
            return new Outcome.Done(evidence(step, scene, left));
        }
        Optional<String> failed = RebuildWorries.hopeless(scene, memory, settings);
        if (failed.isPresent()) {
            return Outcome.retry(failed.get());
        }
        Optional<String> stalled = RebuildWorries.stalled(scene, memory, settings, now);
        if (stalled.isPresent()) {
            return new Outcome.Blocked(stalled.get(), LOOK_LATER);
        }
        Progress progress = new RebuildProgress(left, scene, reports.given(), reports.silent()).progress();
        String detail = RebuildWorries.words(scene, left, memory, reports.silent(), now)
                .map(worry -> progress.detail() + "; " + worry)
                .orElse(progress.detail());
        boolean working = reports.given().values().stream()
                .anyMatch(report -> !report.done().isEmpty());
        return new Outcome.Waiting(
                new Progress(detail, progress.fraction(), progress.parts()),
                working ? LOOK_AGAIN : LOOK_AGAIN.multipliedBy(2),
                memory.text());
    }

    private RebuildPlan plan(RebuildScene scene, RebuildMemory memory) {
        return RebuildPlan.of(scene.rings(), scene.sides(), memory.ledger(), settings.rangesPerCall());
    }

    private RebuildLane lane(ClusterLink link, RebuildDatacenter step, String target) {
        return new RebuildLane(link.jmx(target), new NodeViews(link.cql(target)), step.source(), underway);
    }

    /** Nodes with a call that was begun, then as many others as may work beside them. */
    private static Set<String> busy(
            RebuildDatacenter step, RebuildScene scene, RebuildPlan plan, RebuildMemory memory, Instant now) {
        Set<String> busy = new TreeSet<>(memory.open().keySet());
        for (String target : plan.remaining().keySet()) {
            boolean ready = scene.live().contains(target)
                    && !memory.trouble(target).again().isAfter(now);
            if (working(busy, scene) < step.concurrency() && ready) {
                busy.add(target);
            }
        }
        return busy;
    }

    private static long working(Set<String> busy, RebuildScene scene) {
        return busy.stream().filter(scene.live()::contains).count();
    }

    private static List<RebuildCall> calls(RebuildPlan plan, NodeTrouble trouble, String target, Instant now) {
        return trouble.again().isAfter(now) ? List.of() : plan.remaining(target);
    }

    private static List<String> evidence(RebuildDatacenter step, RebuildScene scene, RebuildPlan plan) {
        List<String> evidence = new ArrayList<>();
        plan.all()
                .forEach((target, byKeyspace) -> evidence.add(target + " has recorded "
                        + byKeyspace.values().stream()
                                .mapToInt(Integer::intValue)
                                .sum()
                        + " ranges of " + byKeyspace.size() + " keyspaces, each streamed from " + step.source()
                        + " after its memory of earlier rebuilds was emptied"));
        evidence.add("For each of the "
                + scene.rings().stream().mapToInt(ring -> ring.ranges().size()).sum() + " ranges, whatever a quorum of "
                + step.source() + " has, a quorum of " + step.datacenter() + " has");
        return evidence;
    }
}
