package io.convoy.plan;

import static io.convoy.plan.StepGlossary.code;
import static io.convoy.plan.StepGlossary.codes;
import static io.convoy.plan.StepGlossary.say;

import io.convoy.plan.KafkaStep.CleanMetadata;
import io.convoy.plan.KafkaStep.ForkMetadata;
import io.convoy.plan.KafkaStep.JoinObservers;
import io.convoy.plan.KafkaStep.LeaveServers;
import io.convoy.plan.KafkaStep.PromoteMetadata;
import java.util.List;

/** The glossary's words for steps that move metadata in ZooKeeper. */
final class ZooKeeperGlossary {

    private ZooKeeperGlossary() {}

    static void add() {
        fork();
        promotion();
    }

    private static void fork() {
        say(
                JoinObservers.class,
                s -> "The ZooKeeper servers " + servers(s.servers()) + " of " + code(s.datacenter())
                        + " observe the ensemble of " + codes(s.voters()) + " and have seen all that is in it.");
        say(
                ForkMetadata.class,
                s -> "The ZooKeeper servers " + servers(s.servers()) + " are an ensemble of their own, with "
                        + StepGlossary.settings(s.settings()) + ", and the brokers " + s.brokers() + " use "
                        + code(s.connect())
                        + ".",
                "Brokers are without ZooKeeper for some seconds, less than their session lasts: no partition changes its leader,"
                        + " clients notice nothing. Topics cannot be created meanwhile.",
                "A broker that dies in those very seconds: its partitions get new leaders when ZooKeeper is back.");
        say(
                CleanMetadata.class,
                s -> "The ZooKeeper servers " + servers(s.servers()) + " hold nothing but what is under "
                        + code(s.chroot()) + "; " + codes(s.others()) + " hold what they held.");
    }

    private static void promotion() {
        say(
                PromoteMetadata.class,
                s -> "The ZooKeeper servers " + servers(s.servers()) + " vote in the ensemble, by "
                        + StepGlossary.settings(s.settings()) + ", and " + servers(s.leaving())
                        + " do not any more; the brokers " + s.brokers() + " use " + code(s.connect()) + ".",
                "Each server that gets its vote, and a new leader at the end, makes sessions of brokers change their connection"
                        + " within seconds; none expires. Clients notice nothing.",
                "A link that breaks in the seconds in which both sides have as many votes: ZooKeeper stands still until it is back.");
        say(
                LeaveServers.class,
                s -> "None of the ZooKeeper servers " + servers(s.leaving()) + " answers, and nobody but "
                        + servers(s.servers()) + " follows the leader of these.");
    }

    private static String servers(List<PlannedServer> servers) {
        return codes(servers.stream()
                .map(server -> server.id() + " " + server.endpoint())
                .toList());
    }
}
