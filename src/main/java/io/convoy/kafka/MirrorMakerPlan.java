package io.convoy.kafka;

import io.convoy.kafka.TwoClusterMove.Seen;
import io.convoy.plan.ChangePlan;
import io.convoy.plan.Draft;
import io.convoy.plan.Finding;
import io.convoy.plan.Finding.Severity;
import io.convoy.plan.GeneralStep.Gate;
import io.convoy.plan.GeneralStep.ProvisionNodes;
import io.convoy.plan.GeneralStep.RetireNodes;
import io.convoy.plan.TwoClusterStep.LeaveGroups;
import io.convoy.plan.TwoClusterStep.MirrorTopics;
import io.convoy.plan.TwoClusterStep.ReadThere;
import io.convoy.plan.TwoClusterStep.TranslateGroups;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How a cluster is left by mirroring it: MirrorMaker copies records and offsets to a second cluster, consumers go over, then
 * producers, and MirrorMaker stops when it has copied the last record. Pure.
 */
final class MirrorMakerPlan {

    static final String STRATEGY = "kafka-mirror-maker";

    private static final long NEARLY = 1_000;
    private static final long COPIED_A_SECOND = 20L * 1024 * 1024;
    /** Some rounds in which MirrorMaker writes the offsets of groups. */
    private static final Duration SETTLED = MirrorSettings.OFFSETS_EVERY.multipliedBy(3);

    private final TwoClusterMove move;
    private final TwoClusterDrafts drafts;
    private final MirrorSettings mirror;
    private final String source;
    private final String target;

    private MirrorMakerPlan(TwoClusterMove move) {
        this.move = move;
        this.drafts = new TwoClusterDrafts(move);
        this.mirror = new MirrorSettings(move);
        this.source = move.source();
        this.target = move.destination();
    }

    static ChangePlan of(String fleet, TwoClusterMove move) {
        MirrorMakerPlan plan = new MirrorMakerPlan(move);
        return new ChangePlan(
                fleet,
                move.nodes().cluster().name(),
                STRATEGY,
                plan.summary(),
                plan.findings(),
                KafkaFacts.of(move),
                Draft.numbered(plan.steps()));
    }

    private String summary() {
        return target + " becomes a cluster of its own, to which a MirrorMaker copies the topics of " + source
                + (mirror.prefix().isEmpty() ? "" : " as " + mirror.prefix() + "…")
                + " and where its groups have read to. Consumers go over first, then producers, and MirrorMaker stops when it"
                + " has copied the last record. No record is lost; some may be read twice. The order of records is not kept"
                + " across the producers' switch, and a transaction does not arrive as a whole.";
    }

    private List<Finding> findings() {
        List<Finding> findings = new ArrayList<>(TwoClusterFindings.common(move));
        findings.add(new Finding(
                Severity.WARNING,
                "order",
                "Order across the producers' switch is not kept: a key's new records may stand in " + target
                        + " before its last ones from " + source + " have been copied.",
                "Approve only if no consumer needs it; else use kafka-shared-cluster."));
        findings.add(new Finding(
                Severity.WARNING,
                "exactly once",
                "Records are copied at least once and one by one: consumers may get some twice, and may see a part of a"
                        + " transaction. Offsets differ between the clusters.",
                "Have consumers that cannot bear it keep track of what they have handled."));
        findings.add(new Finding(
                Severity.NOTE,
                "MirrorMaker",
                "It runs beside the first broker of " + target + ", one process for all topics; it listens on port "
                        + MirrorSettings.PORT + ".",
                "See that this machine reaches the brokers of " + source + "."));
        if (!mirror.needed().isEmpty()) {
            findings.add(new Finding(
                    Severity.WARNING,
                    "MirrorMaker",
                    "It is let into the clusters by what it finds on its machine itself; nothing of it stands in this plan.",
                    "Before it starts, provide there, without a line end: " + String.join(", ", mirror.needed())
                            + "."));
        }
        return findings;
    }

    private List<Draft> steps() {
        List<Draft> steps = new ArrayList<>();
        steps.add(drafts.provision());
        steps.add(drafts.found());
        steps.add(drafts.topics(
                        "topics",
                        "make-topics",
                        "MirrorMaker would make them with one replication factor for all, and producers need theirs.")
                .notUndone("They hold copies only, and go with their brokers."));
        steps.addAll(mirroring());
        steps.addAll(consumers());
        steps.addAll(producers());
        steps.addAll(retirement());
        return steps;
    }

    private List<Draft> mirroring() {
        return List.of(
                Draft.of(
                                "mirror",
                                "start-mirror",
                                "Start MirrorMaker",
                                new ProvisionNodes(
                                        target,
                                        MirrorSettings.SOFTWARE,
                                        MirrorSettings.VERSION,
                                        List.of(mirror.node()),
                                        mirror.properties()),
                                TwoClusterDrafts.PER_NODE)
                        .because(
                                "It copies records, topic configurations and the groups' offsets, in one direction only.")
                        .undoneBy(retireMirror(), "The copies stop; the source knows nothing of them."),
                Draft.of(
                                "mirror",
                                "mirror-topics",
                                "Wait until nearly everything is copied",
                                new MirrorTopics(source, target, NEARLY),
                                copying())
                        .because("Consumers that go over before would find less than they have read.")
                        .notUndone("It only looks."),
                Draft.of(
                                "mirror",
                                "follow-groups",
                                "See that MirrorMaker follows every group",
                                new TranslateGroups(source, target, mirror.prefix(), Duration.ZERO),
                                TwoClusterDrafts.PER_NODE)
                        .within(Duration.ofDays(1))
                        .because(
                                "A place that it has not noted while the group was there is lost to it; groups that stop too"
                                        + " early get many records twice.")
                        .notUndone("It only looks."));
    }

    private RetireNodes retireMirror() {
        return new RetireNodes(target, MirrorSettings.SOFTWARE, MirrorSettings.VERSION, List.of(mirror.node()));
    }

    private Duration copying() {
        long bytes = move.seen().map(seen -> seen.view().data().bytes()).orElse(0L);
        return Duration.ofSeconds(60 + bytes / COPIED_A_SECOND);
    }

    private List<Draft> consumers() {
        return List.of(
                Draft.of(
                                "consumers",
                                "stop-consumers",
                                "Consumers stop in " + source,
                                new Gate("Have all consumers committed and stopped in " + source + "? They start in "
                                        + target + " when their offsets are there."),
                                TwoClusterDrafts.PEOPLE)
                        .within(TwoClusterDrafts.PEOPLE_AT_MOST)
                        .because("Offsets are written for groups that have no member in " + target
                                + ", and a group that still reads would be ahead of them.")
                        .undoneBy(
                                new Gate("Do all consumers read in " + source + " again?"),
                                "They go on where they stopped, and handle again what they had read in " + target
                                        + "."),
                Draft.of(
                                "consumers",
                                "stopped-" + source,
                                "See that no group reads in " + source + " any more",
                                new LeaveGroups(source),
                                TwoClusterDrafts.LOOK)
                        .within(Duration.ofDays(1))
                        .because("One that was forgotten would read on in a cluster that gets no new records.")
                        .notUndone("It only looks."),
                Draft.of(
                                "consumers",
                                "translate-groups",
                                "See that every group finds its place in " + target,
                                new TranslateGroups(source, target, mirror.prefix(), SETTLED),
                                SETTLED.multipliedBy(2))
                        .because(
                                "A group without offsets would begin at the end and miss records, or at the beginning and"
                                        + " read all of them again.")
                        .notUndone("It only looks."),
                Draft.of(
                                "consumers",
                                "start-consumers",
                                "Consumers start in " + target,
                                new Gate("Do all consumers read in " + target
                                        + (mirror.prefix().isEmpty()
                                                ? "?"
                                                : ", topics with and without " + mirror.prefix()
                                                        + " before their names?")),
                                TwoClusterDrafts.PEOPLE)
                        .within(TwoClusterDrafts.PEOPLE_AT_MOST)
                        .because("From now on they get the copies.")
                        .undoneBy(new Gate("Have all consumers stopped in " + target + "?"), "They leave the copies."),
                Draft.of(
                                "consumers",
                                "read-there",
                                "See that every group reads in " + target,
                                new ReadThere(source, target, mirror.prefix(), groups()),
                                TwoClusterDrafts.LOOK)
                        .within(Duration.ofDays(1))
                        .because("A group that was forgotten would read nothing from the producers' switch on.")
                        .notUndone("It only looks."));
    }

    private List<String> groups() {
        return move.seen().map(Seen::reading).map(ReadingView::groups).orElse(List.of()).stream()
                .filter(GroupState::isAtWork)
                .map(GroupState::name)
                .toList();
    }

    private List<Draft> producers() {
        return List.of(
                drafts.pointOfNoReturn(
                        "From here on producers may write to " + target + ", and " + source + " does not get it.",
                        "MirrorMaker copies in one direction only."),
                drafts.producersGo()
                        .because("They go last: until now every record was in both clusters.")
                        .notUndone("The point of no return has been passed."),
                drafts.quiet(),
                Draft.of(
                                "producers",
                                "mirror-last-records",
                                "Wait until the last record is copied",
                                new MirrorTopics(source, target, 0),
                                TwoClusterDrafts.PER_NODE)
                        .because("What has not been copied would go with " + source + ".")
                        .notUndone("It only looks."),
                drafts.arriving());
    }

    private List<Draft> retirement() {
        return List.of(
                drafts.leave(),
                Draft.of("retirement", "stop-mirror", "Stop MirrorMaker", retireMirror(), TwoClusterDrafts.PER_NODE)
                        .because("There is nothing left to copy, and it would complain when " + source + " is gone.")
                        .notUndone("The point of no return has been passed."),
                drafts.retire());
    }
}
