package io.convoy.cassandra;

import io.convoy.inventory.Target;
import io.convoy.inventory.Target.Cutover;
import io.convoy.plan.CassandraStep.ProveNoClients;
import io.convoy.plan.CassandraStep.VerifyDatacenter;
import io.convoy.plan.Draft;
import io.convoy.plan.GeneralStep.Gate;
import io.convoy.plan.GeneralStep.PointOfNoReturn;
import io.convoy.plan.GeneralStep.Webhook;
import io.convoy.plan.Step;
import java.time.Duration;
import java.util.List;

/** The clients go over, it is proved that they have, and somebody says that there is no way back. */
final class CutoverPhase {

    /** Between two looks at the request counters. */
    static final Duration APART = Duration.ofSeconds(10);

    private static final String PHASE = "cutover";
    private static final Duration PEOPLE = Duration.ofMinutes(15);
    private static final Duration PEOPLE_AT_MOST = Duration.ofDays(7);

    private final Move move;
    private final Pace pace;

    CutoverPhase(Move move, PlanningPolicy policy) {
        this.move = move;
        this.pace = policy.pace();
    }

    List<Draft> steps() {
        return List.of(cutover(), proof(), verifyAgain(), pointOfNoReturn());
    }

    private Draft cutover() {
        String source = move.source();
        String target = move.targetName();
        return Draft.of(PHASE, "cutover", "Clients move from " + source + " to " + target, go(source, target), PEOPLE)
                .because(
                        "Only the clients' owners can do it: contact points and local datacenter of every driver become "
                                + target + "'s. Both datacenters serve meanwhile, so clients may go one by one.")
                .undoneBy(go(target, source), "The clients move back to " + source + ", which is as current as before.")
                .within(PEOPLE_AT_MOST);
    }

    private Step go(String from, String to) {
        return move.cluster()
                .target()
                .flatMap(target -> target.cutover())
                .flatMap(Cutover::webhook)
                .<Step>map(hook -> webhook(hook, from, to))
                .orElseGet(() -> gate(from, to));
    }

    private static Step webhook(Target.Webhook hook, String from, String to) {
        return new Webhook(hook.url(), hook.secret(), "move clients from " + from + " to " + to);
    }

    private Step gate(String from, String to) {
        return new Gate("Do all clients of " + move.cluster().name() + " use " + to
                + " (contact points and local datacenter)" + " and none of them " + from + " any more?");
    }

    private Draft proof() {
        return Draft.of(
                        PHASE,
                        "prove-no-clients-" + move.source(),
                        "Prove that no client is left on " + move.source(),
                        new ProveNoClients(move.source(), APART),
                        APART.multipliedBy(2))
                .within(Duration.ofDays(1))
                .because(
                        "A client that was forgotten works on until the old nodes go, and then fails. No connection on any"
                                + " old node, seen twice, and no request counted in between, says that there is none.")
                .notUndone("It only looks.");
    }

    private Draft verifyAgain() {
        String target = move.targetName();
        return Draft.of(
                        PHASE,
                        "verify-again-" + target,
                        "Compare " + target + " with " + move.source() + " once more",
                        new VerifyDatacenter(target, move.source(), move.comparedKeyspaces()),
                        pace.comparison(move))
                .because(
                        "The clients may have taken days to move. A new node that was down for longer than hints are kept"
                                + " (three hours) lacks what was written meanwhile, and the next steps take away the copies that it"
                                + " could be repaired from.")
                .notUndone("It only looks.");
    }

    private Draft pointOfNoReturn() {
        String source = move.source();
        return Draft.of(
                        "point of no return",
                        "point-of-no-return",
                        "Give up the way back to " + source,
                        new PointOfNoReturn(
                                "From here on " + source + " no longer receives what is written, and its nodes"
                                        + " leave. A way back would be a migration of its own."),
                        PEOPLE)
                .because("Up to here a rollback costs nothing but time; the next step makes " + source + " stale.")
                .notUndone("This is the point of no return.")
                .within(PEOPLE_AT_MOST);
    }
}
