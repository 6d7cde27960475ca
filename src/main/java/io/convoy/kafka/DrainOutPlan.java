package io.convoy.kafka;

import io.convoy.plan.ChangePlan;
import io.convoy.plan.Draft;
import io.convoy.plan.Finding;
import io.convoy.plan.Finding.Severity;
import io.convoy.plan.GeneralStep.Gate;
import io.convoy.plan.TwoClusterStep.DrainTopics;
import io.convoy.plan.TwoClusterStep.DropTopics;
import io.convoy.plan.TwoClusterStep.ReadBoth;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How a cluster is left by draining it: nothing is copied. Consumers read an old and a new cluster, producers go over, and the
 * old one is left when every group has read it to the end. Pure.
 */
final class DrainOutPlan {

    static final String STRATEGY = "kafka-drain-out";

    private static final Duration DRAINING = Duration.ofMinutes(10);
    private static final Duration DRAINING_AT_MOST = Duration.ofDays(14);

    private final TwoClusterMove move;
    private final TwoClusterDrafts drafts;
    private final String source;
    private final String target;

    private DrainOutPlan(TwoClusterMove move) {
        this.move = move;
        this.drafts = new TwoClusterDrafts(move);
        this.source = move.source();
        this.target = move.destination();
    }

    static ChangePlan of(String fleet, TwoClusterMove move) {
        DrainOutPlan plan = new DrainOutPlan(move);
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
        return target + " becomes a cluster of its own with the topics of " + source
                + ". Consumers read both clusters, then producers write to the new one, and " + source
                + " is left when every group has read every partition to its end. No record is copied and none is lost. The"
                + " order of records is kept on either side of the switch and not across it, offsets begin anew, and what"
                + " has been read stays behind with " + source + ".";
    }

    private List<Finding> findings() {
        List<Finding> findings = new ArrayList<>(TwoClusterFindings.common(move));
        findings.addAll(TwoClusterFindings.ofWhatStays(move));
        findings.add(new Finding(
                Severity.WARNING,
                "order",
                "Order across the switch is not kept: a consumer may get a key's new records from " + target
                        + " before its older ones from " + source + ".",
                "Approve only if no consumer needs it; else use kafka-shared-cluster."));
        findings.add(new Finding(
                Severity.NOTE,
                "transactions",
                "A transaction is in one cluster: one that reads in " + source + " cannot write in " + target
                        + ", so exactly-once processing begins anew there.",
                "Have such applications finish with " + source + " before they go over."));
        return findings;
    }

    private List<Draft> steps() {
        return List.of(
                drafts.provision(),
                drafts.found(),
                drafts.topics(
                                "topics",
                                "make-topics",
                                "A consumer that subscribes to a topic which is not there would not be told of it for"
                                        + " minutes.")
                        .undoneBy(
                                new DropTopics(source, target),
                                "Topics are deleted if they are empty or read to their end; what was written there meanwhile is"
                                        + " gone from the log then."),
                consumersCome(),
                consumersRead(),
                drafts.topics(
                                "producers",
                                "make-new-topics",
                                "Topics that were made in " + source + " meanwhile would be missing for producers.")
                        .notUndone("They go with the others."),
                producersGo(),
                drafts.quiet(),
                drafts.arriving(),
                drain(),
                drafts.pointOfNoReturn(
                        "From here on the brokers of " + source + " stop, and what they hold goes with them.",
                        "Every group has read everything; but who wants to read it once more needs " + source + "."),
                drafts.leave(),
                drafts.retire());
    }

    private Draft consumersCome() {
        return Draft.of(
                        "consumers",
                        "consumers-read-both",
                        "Consumers read " + source + " and " + target,
                        new Gate("Does every consumer read " + source + " and " + target
                                + ", under the same group and from the earliest offset in " + target + "?"),
                        TwoClusterDrafts.PEOPLE)
                .within(TwoClusterDrafts.PEOPLE_AT_MOST)
                .because("Whoever comes after the producers would miss what they write, or get it late.")
                .undoneBy(
                        new Gate("Does every consumer read " + source + " only?"),
                        "The consumers leave " + target + ", which is about to go.");
    }

    private Draft consumersRead() {
        return Draft.of(
                        "consumers",
                        "read-both",
                        "See that every group reads both clusters",
                        new ReadBoth(source, target),
                        TwoClusterDrafts.LOOK)
                .within(Duration.ofDays(1))
                .because("A group that was forgotten would read nothing from the switch on.")
                .undoneBy(
                        new DrainTopics(target, TwoClusterDrafts.APART),
                        "What producers have sent there is read to its end before anybody leaves.");
    }

    private Draft producersGo() {
        return drafts.producersGo()
                .because("The source only becomes empty of work when nobody adds to it.")
                .undoneBy(
                        drafts.producers(target, source),
                        "The producers write to " + source + " again; consumers still read both.");
    }

    private Draft drain() {
        return Draft.of(
                        "drain",
                        "drain-" + source,
                        "Wait until every group has read " + source + " to its end",
                        new DrainTopics(source, TwoClusterDrafts.APART),
                        DRAINING)
                .within(DRAINING_AT_MOST)
                .because("A record that some group has not read would be lost to it with the source.")
                .notUndone("It only looks.");
    }
}
