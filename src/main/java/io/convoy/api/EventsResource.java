package io.convoy.api;

import io.convoy.audit.AuditEntry;
import io.convoy.audit.AuditLog;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Everything that is decided and done, as it happens: the audit record as server-sent events. */
@Path("/api/v1/events")
public class EventsResource {

    private static final Duration EVERY = Duration.ofMillis(500);
    private static final int AT_ONCE = 500;

    private final AuditLog audit;

    EventsResource(AuditLog audit) {
        this.audit = audit;
    }

    /** The event's id is the entry's sequence number; {@code Last-Event-ID} goes on after it. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<OutboundSseEvent> stream(
            @HeaderParam("Last-Event-ID") @DefaultValue("0") long lastEventId, @Context Sse sse) {
        AtomicLong last = new AtomicLong(lastEventId);
        return Multi.createFrom()
                .ticks()
                .every(EVERY)
                .onOverflow()
                .drop()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .onItem()
                .transformToMultiAndConcatenate(tick -> Multi.createFrom().iterable(news(last)))
                .map(entry -> event(entry, sse));
    }

    private List<AuditEntry> news(AtomicLong last) {
        List<AuditEntry> entries = audit.list(last.get(), AT_ONCE, Optional.empty());
        if (!entries.isEmpty()) {
            last.set(entries.get(entries.size() - 1).sequence());
        }
        return entries;
    }

    private static OutboundSseEvent event(AuditEntry entry, Sse sse) {
        return sse.newEventBuilder()
                .id(Long.toString(entry.sequence()))
                .name(entry.act().act())
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(EventView.of(entry))
                .build();
    }

    /** One act; {@code details} is JSON text. */
    public record EventView(
            long sequence, java.time.Instant at, String actor, String act, String subject, String details) {
        static EventView of(AuditEntry entry) {
            return new EventView(
                    entry.sequence(),
                    entry.act().at(),
                    entry.act().actor().name(),
                    entry.act().act(),
                    entry.act().subject(),
                    entry.act().details());
        }
    }
}
