package io.convoy.kafka;

import io.convoy.inventory.Access;
import io.convoy.inventory.Target;
import io.convoy.plan.Draft;
import io.convoy.plan.GeneralStep.Gate;
import io.convoy.plan.KafkaStep.LeaveClients;
import io.convoy.plan.KafkaStep.NameClients;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How it is seen to that no client names the brokers that are to go. Pure. */
final class CutoverDrafts {

    /** Twice as long as clients know by default what they were told of a cluster ({@code metadata.max.age.ms}). */
    private static final Duration QUIET = Duration.ofMinutes(10);

    private static final Duration AT_ONCE = Duration.ofSeconds(10);
    private static final Duration PEOPLE_AT_MOST = Duration.ofDays(7);

    private CutoverDrafts() {}

    static List<Draft> of(SharedClusterMove move) {
        boolean isSeen = move.nodes().cluster().access().flatMap(Access::jmx).isPresent();
        List<Draft> drafts = new ArrayList<>();
        if (isSeen) {
            drafts.add(name());
        }
        drafts.add(leave(move));
        if (isSeen) {
            drafts.add(forget());
        }
        return drafts;
    }

    private static Draft name() {
        return Draft.of(
                        "cutover",
                        "name-clients",
                        "Have brokers tell requests by client id",
                        new NameClients(true),
                        AT_ONCE)
                .because(
                        "Brokers do so as soon as any client id has a quota. Here it is Convoy's own, so high that it is never"
                                + " reached: it binds nobody.")
                .undoneBy(new NameClients(false), "The quota is taken away.");
    }

    private static Draft leave(SharedClusterMove move) {
        String source = move.nodes().source().name();
        String target = move.nodes().destination().name();
        Duration quiet = move.nodes()
                .cluster()
                .target()
                .map(Target::clients)
                .flatMap(Target.Clients::quiet)
                .orElse(QUIET);
        return Draft.of(
                        "cutover",
                        "cutover",
                        "Clients' bootstrap.servers move from " + source + " to " + target,
                        new LeaveClients(source, move.sources(), quiet),
                        quiet.multipliedBy(2))
                .because(
                        "Running clients have followed the leaders by themselves; but one that restarts asks its bootstrap"
                                + " list first, and " + source
                                + " is about to stop. Give every client a list that names brokers of "
                                + target
                                + " and start it anew: Convoy names those who are at work as they were when this step began,"
                                + " and those who ask " + source + " for something.")
                .undoneBy(
                        new Gate("Does bootstrap.servers of every client name brokers of " + source + ", and none of "
                                + target + "?"),
                        "Both lists work until brokers stop; the old one must when they come back.")
                .within(PEOPLE_AT_MOST);
    }

    private static Draft forget() {
        return Draft.of(
                        "cutover",
                        "forget-clients",
                        "Have brokers count requests as before",
                        new NameClients(false),
                        AT_ONCE)
                .because("Nothing that was set for a while stays.")
                .notUndone("On the way back nobody needs it.");
    }
}
