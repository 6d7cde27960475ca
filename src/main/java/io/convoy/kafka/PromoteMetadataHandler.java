package io.convoy.kafka;

import io.convoy.base.SecretReference;
import io.convoy.execution.Outcome;
import io.convoy.execution.StepContext;
import io.convoy.execution.StepHandler;
import io.convoy.inventory.Cluster;
import io.convoy.inventory.Endpoint;
import io.convoy.inventory.KafkaCluster;
import io.convoy.inventory.KafkaMetadata;
import io.convoy.kafka.PromotionCourse.Member;
import io.convoy.kafka.PromotionCourse.Next;
import io.convoy.plan.KafkaStep.PromoteMetadata;
import io.convoy.plan.PlannedServer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Carries out {@link PromotionCourse}, one reconfiguration at a time, once no broker needs the old servers any more. */
@Singleton
class PromoteMetadataHandler implements StepHandler<PromoteMetadata> {

    private static final Duration SOON = Duration.ofMillis(300);
    private static final Duration LATER = Duration.ofSeconds(5);

    private final KafkaLinks links;
    private final Reconfiguring reconfiguring;

    /** Has one change carried out by these servers, for a super user. */
    interface Reconfiguring {
        void carryOut(Next.Change change, List<Endpoint> servers, SecretReference credentials);
    }

    @Inject
    PromoteMetadataHandler(KafkaLinks links) {
        this(links, PromoteMetadataHandler::reconfigure);
    }

    PromoteMetadataHandler(KafkaLinks links, Reconfiguring reconfiguring) {
        this.links = links;
        this.reconfiguring = reconfiguring;
    }

    static void reconfigure(Next.Change change, List<Endpoint> servers, SecretReference credentials) {
        try (EnsembleAdmin admin = EnsembleAdmin.of(servers, credentials)) {
            admin.carryOut(change);
        }
    }

    @Override
    public Class<PromoteMetadata> stepType() {
        return PromoteMetadata.class;
    }

    @Override
    public Outcome advance(PromoteMetadata step, StepContext context) {
        PromotionCourse course = new PromotionCourse(members(step.servers()), step.settings(), members(step.leaving()));
        Next next = course.next();
        if (next instanceof Next.Change change) {
            return change(change, course, step, context.cluster());
        }
        if (next instanceof Next.Refuse refuse) {
            return new Outcome.Blocked(refuse.reason(), LATER);
        }
        return next instanceof Next.Wait wait ? Outcome.waiting(wait.reason(), SOON) : whenNobodyIsLeft(step);
    }

    private Outcome change(Next.Change change, PromotionCourse course, PromoteMetadata step, Cluster cluster) {
        Optional<String> objection = new BrokersAtHome(step.brokers(), step.connect()).objection(links.to(cluster));
        if (objection.isPresent()) {
            return new Outcome.Blocked(objection.get(), LATER);
        }
        Optional<SecretReference> credentials = credentials(cluster);
        if (credentials.isEmpty()) {
            return new Outcome.Blocked(
                    "metadata.credentials of the inventory names no super user of ZooKeeper any more: name it again",
                    LATER);
        }
        try {
            reconfiguring.carryOut(change, doors(course), credentials.get());
        } catch (NotLetInException e) {
            return new Outcome.Blocked(String.valueOf(e.getMessage()), LATER);
        } catch (UnreachableKafkaException e) {
            return Outcome.waiting(String.valueOf(e.getMessage()), SOON);
        }
        return Outcome.waiting(
                change.leaving()
                        .map(id -> "Server " + id + " gives up its vote")
                        .orElseGet(() ->
                                "The ensemble takes over " + change.joining().orElse("")),
                SOON);
    }

    /** The old servers know the super user; the new ones may not. Those that have lost their votes still pass on what they are asked. */
    private static List<Endpoint> doors(PromotionCourse course) {
        List<Endpoint> old = serving(course.leaving());
        return old.isEmpty() ? serving(course.coming()) : old;
    }

    private static List<Endpoint> serving(List<Member> members) {
        return members.stream()
                .filter(Member::serves)
                .map(member -> member.server().at())
                .toList();
    }

    private static Optional<SecretReference> credentials(Cluster cluster) {
        return cluster.match(cassandra -> Optional.<KafkaMetadata>empty(), KafkaCluster::metadata)
                .flatMap(KafkaMetadata::credentials);
    }

    private static List<Member> members(List<PlannedServer> servers) {
        return servers.stream()
                .map(server -> new Member(
                        server, ServerWords.state(server.at()).condition(), ServerWords.membership(server.at())))
                .toList();
    }

    private static Outcome whenNobodyIsLeft(PromoteMetadata step) {
        SortedSet<String> clients = new TreeSet<>();
        step.leaving().forEach(server -> clients.addAll(ServerWords.clients(server.at())));
        return clients.isEmpty()
                ? Outcome.done(
                        "The votes of the ensemble are those of " + names(step.servers())
                                + ", by the word of each of them; one of them leads",
                        names(step.leaving()) + " have none, and no client")
                : new Outcome.Blocked(
                        "Clients at " + clients + " still use " + names(step.leaving())
                                + ", which shall stop: give them " + step.connect() + " or stop them",
                        LATER);
    }

    private static List<String> names(List<PlannedServer> servers) {
        return servers.stream().map(PlannedServer::endpoint).toList();
    }
}
