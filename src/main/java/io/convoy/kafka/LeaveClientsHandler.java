package io.convoy.kafka;

import io.convoy.execution.Outcome;
import io.convoy.execution.Progress;
import io.convoy.execution.StepContext;
import io.convoy.execution.StepHandler;
import io.convoy.inventory.Access;
import io.convoy.inventory.Access.Jmx;
import io.convoy.plan.KafkaStep.LeaveClients;
import io.convoy.plan.PlannedBroker;
import io.convoy.plan.PlannedNode;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Waits until nobody uses brokers that are to go, and nobody is at work with a bootstrap list from before.
 *
 * <ol>
 *   <li>Groups and logs tell who is at work as at the first look: such a client was not started anew, so it has the list that
 *       it had then, though it may ask the old brokers nothing any more.
 *   <li>JMX of the old brokers tells who asks them something: a client that was started anew with the old list must.
 *   <li>Whoever is seen neither way for as long as the step says has gone, or was switched off all the while.
 * </ol>
 */
@Singleton
class LeaveClientsHandler implements StepHandler<LeaveClients> {

    private static final Duration SOON = Duration.ofSeconds(4);
    private static final int LOOKS_AT_PRODUCERS = 3;

    private final KafkaLinks links;
    private final BrokerBeans beans;

    LeaveClientsHandler(KafkaLinks links, BrokerBeans beans) {
        this.links = links;
        this.beans = beans;
    }

    @Override
    public Class<LeaveClients> stepType() {
        return LeaveClients.class;
    }

    @Override
    public Outcome advance(LeaveClients step, StepContext context) {
        Optional<ClientWatch> earlier = ClientWatch.of(context.memory());
        try {
            ClientLook look = look(step, context, earlier);
            ClientWatch watch = earlier.map(known -> known.next(look, context.now()))
                    .orElseGet(() -> ClientWatch.begin(look, context.now()));
            return judge(step, context, watch);
        } catch (UnreachableKafkaException e) {
            if (earlier.isEmpty()) {
                throw e;
            }
            // A new attempt would forget who was there before, and take everybody for old.
            return new Outcome.Waiting(
                    Progress.unmeasured("Nobody can tell who uses " + step.datacenter() + ": " + e.getMessage()),
                    SOON,
                    context.memory());
        }
    }

    private ClientLook look(LeaveClients step, StepContext context, Optional<ClientWatch> earlier) {
        LiveClients clients = links.to(context.cluster()).clients();
        Instant due = earlier.map(
                        known -> known.times().counted().plus(step.quiet().dividedBy(LOOKS_AT_PRODUCERS)))
                .orElse(Instant.MIN);
        return new ClientLook(
                clients.members(),
                due.isAfter(context.now()) ? Optional.empty() : Optional.of(clients.producers()),
                jmx(context).map(jmx -> asking(step, context, clients, jmx)).orElse(Map.of()));
    }

    private Map<String, String> asking(LeaveClients step, StepContext context, LiveClients clients, Jmx jmx) {
        Map<Integer, String> alive = clients.brokers();
        Map<String, String> asking = new TreeMap<>();
        for (PlannedBroker broker : step.brokers()) {
            // One that is down serves nobody.
            Optional.ofNullable(alive.get(broker.id()))
                    .map(host -> address(broker, context).orElse(host))
                    .stream()
                    .flatMap(address -> beans.asking(address, jmx).stream())
                    .filter(client -> !isOneOfUs(client, alive))
                    .forEach(client -> asking.merge(
                            client.isEmpty() ? "(none)" : client, broker.node(), (one, other) -> one + ", " + other));
        }
        return asking;
    }

    /** Convoy, and brokers that speak to each other. */
    private static boolean isOneOfUs(String client, Map<Integer, String> brokers) {
        return client.equals(KafkaLinks.CLIENT_ID)
                || client.startsWith("AddPartitionsManager-client-")
                || brokers.keySet().stream().anyMatch(id -> client.equals(id.toString()));
    }

    private static Optional<String> address(PlannedBroker broker, StepContext context) {
        return MovingNodes.of(context.cluster()).sources().stream()
                .filter(node -> node.name().equals(broker.node()))
                .findFirst()
                .flatMap(PlannedNode::address);
    }

    private static Optional<Jmx> jmx(StepContext context) {
        return context.cluster().access().flatMap(Access::jmx);
    }

    private static Outcome judge(LeaveClients step, StepContext context, ClientWatch watch) {
        if (context.confirmation().isPresent()) {
            return Outcome.done(
                    "Confirmed: " + context.confirmation().get(),
                    watch.left().isEmpty()
                            ? "Nobody was seen for " + watch.quiet().toSeconds() + " s then"
                            : "Left at that moment: " + names(watch.left()));
        }
        boolean isSeen = jmx(context).isPresent();
        if (isSeen && watch.left().isEmpty() && watch.quiet().compareTo(step.quiet()) >= 0) {
            return Outcome.done(
                    "No client has asked anything of the " + step.brokers().size() + " brokers of " + step.datacenter()
                            + " for " + watch.quiet().toSeconds() + " s",
                    "Of " + watch.members().size() + " consumers that were at work at "
                            + watch.times().begun()
                            + " none is at work as it was then, and no producer of that time has written");
        }
        return new Outcome.Waiting(Progress.unmeasured(words(step, watch, isSeen)), SOON, watch.memory());
    }

    private static String words(LeaveClients step, ClientWatch watch, boolean isSeen) {
        if (!watch.left().isEmpty()) {
            return watch.left().size() + " clients have not left " + step.datacenter() + ": " + names(watch.left())
                    + ". Start them anew with other bootstrap servers, or confirm this step if they may stay";
        }
        String quiet = "No client was seen to know " + step.datacenter() + " for "
                + watch.quiet().toSeconds() + " of " + step.quiet().toSeconds() + " s";
        return isSeen
                ? quiet
                : quiet
                        + ". Who asks its brokers for something cannot be seen, because the inventory names no access.jmx:"
                        + " confirm this step when you know";
    }

    private static String names(List<String> left) {
        return String.join("; ", left.stream().limit(20).toList())
                + (left.size() > 20 ? " and " + (left.size() - 20) + " more" : "");
    }
}
