package io.convoy.kafka;

import io.convoy.execution.Outcome;
import io.convoy.execution.Progress;
import io.convoy.execution.StepContext;
import io.convoy.execution.StepHandler;
import io.convoy.kafka.ForkCourse.Member;
import io.convoy.kafka.ForkCourse.Next;
import io.convoy.kafka.ForkCourse.Running;
import io.convoy.plan.KafkaStep.ForkMetadata;
import io.convoy.plan.PlannedServer;
import io.convoy.provision.NodeOrder;
import io.convoy.provision.ProvisionState;
import io.convoy.provision.Provisioner;
import io.convoy.provision.Provisioners;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Carries out {@link ForkCourse}, one stop or start at a time, once no broker needs the other ensemble any more. */
@Singleton
class ForkMetadataHandler implements StepHandler<ForkMetadata> {

    private static final Duration SOON = Duration.ofMillis(300);
    private static final Duration LATER = Duration.ofSeconds(5);
    private static final String RESTARTED = "restarted";

    private final Supplier<Provisioner> provisioner;
    private final KafkaLinks links;

    @Inject
    ForkMetadataHandler(Provisioners provisioners, KafkaLinks links) {
        this(provisioners::chosen, links);
    }

    ForkMetadataHandler(Supplier<Provisioner> provisioner, KafkaLinks links) {
        this.provisioner = provisioner;
        this.links = links;
    }

    @Override
    public Class<ForkMetadata> stepType() {
        return ForkMetadata.class;
    }

    @Override
    public Outcome advance(ForkMetadata step, StepContext context) {
        Provisioner chosen = provisioner.get();
        ForkCourse course = new ForkCourse(
                step.servers().stream()
                        .map(server -> new Member(server, running(server, chosen.look(order(step, server, context)))))
                        .toList(),
                restarted(context.memory()));
        if (course.canStillWait()) {
            Optional<String> objection =
                    new BrokersAtHome(step.brokers(), step.connect()).objection(links.to(context.cluster()));
            if (objection.isPresent()) {
                return new Outcome.Blocked(objection.get(), LATER);
            }
        }
        try {
            return act(course, step, context, chosen);
        } catch (UnreachableKafkaException e) {
            // Another attempt would not remember what has been restarted.
            return waiting(String.valueOf(e.getMessage()), course.restarted());
        }
    }

    private Outcome act(ForkCourse course, ForkMetadata step, StepContext context, Provisioner chosen) {
        Next next = course.next();
        if (next instanceof Next.Stop stop) {
            if (stop.catchUpFirst()) {
                MetadataTree.catchUp(stop.server().at());
            }
            chosen.stop(order(step, stop.server(), context));
            return waiting("Stops server " + stop.server().endpoint(), course.restarted());
        }
        if (next instanceof Next.Start start) {
            ProvisionState state = chosen.provide(order(step, start.server(), context));
            String detail = state instanceof ProvisionState.Failed failed
                    ? failed.reason()
                    : "Starts server " + start.server().endpoint();
            return waiting(detail, course.restartedWith(start.server()));
        }
        if (next instanceof Next.Refuse refuse) {
            return new Outcome.Blocked(refuse.reason(), LATER);
        }
        return next instanceof Next.Wait wait
                ? waiting(wait.reason(), course.restarted())
                : whenBrokersAreBack(step, links.to(context.cluster()), course);
    }

    private static Outcome whenBrokersAreBack(ForkMetadata step, LiveCluster live, ForkCourse course) {
        List<Integer> alive = live.look().brokers().stream()
                .map(broker -> broker.id().value())
                .toList();
        List<Integer> missing =
                step.brokers().stream().filter(id -> !alive.contains(id)).toList();
        return missing.isEmpty()
                ? Outcome.done(
                        "The ZooKeeper servers "
                                + step.servers().stream()
                                        .map(PlannedServer::endpoint)
                                        .toList()
                                + " are an ensemble of their own",
                        "All brokers " + step.brokers() + " are registered there")
                : waiting("Brokers " + missing + " are still to come back", course.restarted());
    }

    private static Running running(PlannedServer server, ProvisionState state) {
        if (state instanceof ProvisionState.Stopped || state instanceof ProvisionState.Absent) {
            return Running.STOPPED;
        }
        return switch (ServerWords.state(server.at()).condition()) {
            case OBSERVER -> Running.OBSERVES;
            case LEADER, FOLLOWER -> Running.VOTES;
            case SILENT, LOOKING, STANDALONE -> Running.LOOKS;
        };
    }

    private static Outcome waiting(String detail, Set<Integer> restarted) {
        String remembered = restarted.stream().map(Object::toString).collect(Collectors.joining(","));
        return new Outcome.Waiting(Progress.unmeasured(detail), SOON, Map.of(RESTARTED, remembered));
    }

    private static Set<Integer> restarted(Map<String, String> memory) {
        return Arrays.stream(memory.getOrDefault(RESTARTED, "").split(","))
                .filter(id -> !id.isEmpty())
                .map(Integer::valueOf)
                .collect(Collectors.toSet());
    }

    private static NodeOrder order(ForkMetadata step, PlannedServer server, StepContext context) {
        Map<String, String> settings = new HashMap<>(step.settings());
        settings.put(NodeOrder.NUMBER, Integer.toString(server.id()));
        return new NodeOrder(
                context.cluster().name(),
                server.node(),
                new NodeOrder.Placement(step.datacenter(), step.datacenter(), Optional.empty()),
                Optional.of(server.at().host()),
                MetadataServers.SOFTWARE,
                step.version(),
                settings);
    }
}
