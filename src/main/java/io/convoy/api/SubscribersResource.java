package io.convoy.api;

import io.convoy.hooks.SubscriberReport;
import io.convoy.hooks.Subscribers;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** Those who are told of events, and how far each of them is behind. */
@Path("/api/v1/subscribers")
@Blocking
public class SubscribersResource {

    private final Subscribers subscribers;

    SubscribersResource(Subscribers subscribers) {
        this.subscribers = subscribers;
    }

    @GET
    public Page<SubscriberReport> list(
            @QueryParam("limit") @Nullable String limit, @QueryParam("after") @Nullable String after) {
        return Paging.of(limit, after).of(subscribers.reports(), SubscriberReport::receiver);
    }
}
