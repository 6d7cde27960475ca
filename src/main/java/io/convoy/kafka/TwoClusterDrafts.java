package io.convoy.kafka;

import io.convoy.inventory.Target;
import io.convoy.inventory.Target.Cutover;
import io.convoy.plan.Draft;
import io.convoy.plan.GeneralStep.Gate;
import io.convoy.plan.GeneralStep.PointOfNoReturn;
import io.convoy.plan.GeneralStep.ProvisionNodes;
import io.convoy.plan.GeneralStep.RetireNodes;
import io.convoy.plan.GeneralStep.Webhook;
import io.convoy.plan.Step;
import io.convoy.plan.TwoClusterStep.AwaitQuiet;
import io.convoy.plan.TwoClusterStep.AwaitWrites;
import io.convoy.plan.TwoClusterStep.FoundCluster;
import io.convoy.plan.TwoClusterStep.LeaveGroups;
import io.convoy.plan.TwoClusterStep.MakeTopics;
import java.time.Duration;

/** The steps that every move between two clusters has. */
record TwoClusterDrafts(TwoClusterMove move) {

    static final Duration LOOK = Duration.ofSeconds(10);
    static final Duration PER_NODE = Duration.ofMinutes(1);
    static final Duration PEOPLE = Duration.ofMinutes(15);
    static final Duration PEOPLE_AT_MOST = Duration.ofDays(7);
    static final Duration APART = Duration.ofSeconds(10);

    private static final int TOPICS_A_SECOND = 20;

    private String source() {
        return move.source();
    }

    private String target() {
        return move.destination();
    }

    Draft provision() {
        String version = move.nodes().cluster().version();
        return Draft.of(
                        "provision",
                        "provision-" + target(),
                        "Start " + move.numbered().size() + " brokers of " + target() + " as a cluster of their own",
                        new ProvisionNodes(
                                target(),
                                SharedClusterPlan.SOFTWARE,
                                version,
                                move.numbered(),
                                Founding.settings(move)),
                        PER_NODE.multipliedBy(Math.max(1, move.numbered().size())))
                .because(
                        "Its own id and its own controllers keep it apart from the source: neither can harm the other.")
                .undoneBy(
                        new RetireNodes(
                                target(),
                                SharedClusterPlan.SOFTWARE,
                                version,
                                move.nodes().target()),
                        "The new brokers are discarded.");
    }

    Draft found() {
        return Draft.of(
                        "provision",
                        "found-" + target(),
                        "Wait until " + target() + " is one cluster",
                        new FoundCluster(target(), Founding.clusterId(move), move.brokers()),
                        PER_NODE)
                .because("Whatever else answers at these addresses must not be taken for it.")
                .notUndone("It only looks.");
    }

    Draft topics(String phase, String word, String why) {
        return Draft.of(
                        phase,
                        word,
                        "Make the topics of " + source() + " in " + target(),
                        new MakeTopics(source(), target()),
                        Duration.ofSeconds(10 + move.topics().size() / TOPICS_A_SECOND))
                .because(why);
    }

    Draft producersGo() {
        return Draft.of(
                        "producers",
                        "switch-producers",
                        "Producers go from " + source() + " to " + target(),
                        producers(source(), target()),
                        PEOPLE)
                .within(PEOPLE_AT_MOST);
    }

    /** A webhook where the inventory names one for the cutover, or else a person. */
    Step producers(String from, String to) {
        return move.nodes()
                .cluster()
                .target()
                .flatMap(target -> target.cutover())
                .flatMap(Cutover::webhook)
                .<Step>map(hook -> webhook(hook, from, to))
                .orElseGet(
                        () -> new Gate("Do all producers write to " + to + " only, and none of them to " + from + "?"));
    }

    private static Step webhook(Target.Webhook hook, String from, String to) {
        return new Webhook(hook.url(), hook.secret(), "move producers from " + from + " to " + to);
    }

    Draft quiet() {
        return Draft.of(
                        "producers",
                        "quiet-" + source(),
                        "See that nobody writes to " + source() + " any more",
                        new AwaitQuiet(source(), APART),
                        APART.multipliedBy(2))
                .within(Duration.ofDays(1))
                .because("A producer that was forgotten would write what nobody reads, and fail when the source stops.")
                .notUndone("It only looks.");
    }

    Draft arriving() {
        return Draft.of(
                        "producers",
                        "arriving-" + target(),
                        "See records arrive in " + target(),
                        new AwaitWrites(target()),
                        APART)
                .within(Duration.ofDays(1))
                .because("Producers that have stopped are quiet too, and only this tells the difference.")
                .notUndone("It only looks.");
    }

    Draft pointOfNoReturn(String statement, String why) {
        return Draft.of(
                        "point of no return",
                        "point-of-no-return",
                        "Give up the way back to " + source(),
                        new PointOfNoReturn(statement),
                        PEOPLE)
                .because(why)
                .notUndone("This is the point of no return.")
                .within(PEOPLE_AT_MOST);
    }

    Draft leave() {
        return Draft.of(
                        "retirement",
                        "leave-" + source(),
                        "See that no group reads in " + source() + " any more",
                        new LeaveGroups(source()),
                        PEOPLE)
                .within(PEOPLE_AT_MOST)
                .because("A consumer that still polls " + source() + " would fail when it stops.")
                .notUndone("It only looks.");
    }

    Draft retire() {
        return Draft.of(
                        "retirement",
                        "retire-" + source(),
                        "Stop the brokers of " + source(),
                        new RetireNodes(
                                source(),
                                SharedClusterPlan.SOFTWARE,
                                move.nodes().cluster().version(),
                                move.nodes().sources()),
                        PER_NODE)
                .because("They have no client any more.")
                .notUndone("The point of no return has been passed.");
    }
}
