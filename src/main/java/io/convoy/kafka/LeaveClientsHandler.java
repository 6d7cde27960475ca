package io.convoy.kafka;

import io.convoy.execution.Outcome;
import io.convoy.execution.Progress;
import io.convoy.execution.StepContext;
import io.convoy.execution.StepHandler;
import io.convoy.plan.KafkaStep.LeaveClients;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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
    private static final int NAMED = 20;

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
            return judge(step, context, look, watch);
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
        LiveClients live = links.to(context.cluster()).clients();
        Instant due = earlier.map(
                        known -> known.times().counted().plus(step.quiet().dividedBy(LOOKS_AT_PRODUCERS)))
                .orElse(Instant.MIN);
        return new ClientLook(
                live.members(),
                due.isAfter(context.now()) ? Optional.empty() : Optional.of(live.producers()),
                new OldBrokers(context.cluster(), live, beans).asked(step.brokers()));
    }

    private static Outcome judge(LeaveClients step, StepContext context, ClientLook look, ClientWatch watch) {
        List<String> unknown = look.asking().unknown();
        if (context.confirmation().isPresent()) {
            return Outcome.done(
                    "Confirmed: " + context.confirmation().get(),
                    watch.left().isEmpty()
                            ? "Nobody was seen for " + watch.quiet().toSeconds() + " s then"
                            : "Left at that moment: " + names(watch.left()),
                    unknown.isEmpty() ? "All old brokers told who asks them" : "Not known: " + names(unknown));
        }
        if (watch.left().isEmpty() && watch.quiet().compareTo(step.quiet()) >= 0) {
            return Outcome.done(
                    "No client has asked anything of the " + step.brokers().size() + " brokers of " + step.datacenter()
                            + " for " + watch.quiet().toSeconds() + " s",
                    "Of " + watch.members().size() + " consumers that were at work at "
                            + watch.times().begun()
                            + " none is at work as it was then, and no producer of that time has written");
        }
        return new Outcome.Waiting(Progress.unmeasured(words(step, watch, unknown)), SOON, watch.memory());
    }

    private static String words(LeaveClients step, ClientWatch watch, List<String> unknown) {
        String doubt = unknown.isEmpty() ? "" : ". Who asks its brokers cannot be seen: " + names(unknown);
        if (!watch.left().isEmpty()) {
            return "Clients that have not left " + step.datacenter() + " ("
                    + watch.left().size() + "): "
                    + names(watch.left())
                    + doubt + ". Start them anew with other bootstrap servers, or confirm this step if they may stay";
        }
        return unknown.isEmpty()
                ? "No client was seen to know " + step.datacenter() + " for "
                        + watch.quiet().toSeconds() + " of " + step.quiet().toSeconds() + " s"
                : "No client is at work as it was before" + doubt
                        + ". Confirm this step when you know that nobody does";
    }

    private static String names(List<String> left) {
        return String.join("; ", left.stream().limit(NAMED).toList())
                + (left.size() > NAMED ? " and " + (left.size() - NAMED) + " more" : "");
    }
}
