package io.convoy.api;

import io.convoy.base.Refusal;
import io.convoy.program.Hold;
import io.convoy.program.HoldScope;
import io.convoy.wave.Holds;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds: {@code program}, {@code wave:NAME}, {@code cluster:NAME} or {@code region:PROVIDER/REGION} stays still. */
@Path("/api/v1/holds")
@Blocking
public class HoldsResource {

    private final Holds holds;
    private final CallerIdentity caller;

    HoldsResource(Holds holds, CallerIdentity caller) {
        this.holds = holds;
        this.caller = caller;
    }

    /** A hold that stands; {@code until} is absent where somebody must let go. */
    public record HoldView(String scope, String reason, Optional<Instant> until, String setBy, Instant setAt) {
        static HoldView of(Hold hold) {
            return new HoldView(hold.scope().value(), hold.reason(), hold.until(), hold.setBy(), hold.setAt());
        }
    }

    /** Why, and until when. */
    public record HoldOrder(
            @Nullable String reason, @Nullable Instant until) {}

    @GET
    public Page<HoldView> list() {
        return new Page<>(holds.standing().stream().map(HoldView::of).toList(), null);
    }

    @PUT
    @Path("/{scope: .+}")
    public HoldView set(@PathParam("scope") String scope, @Nullable HoldOrder order) {
        if (order == null || order.reason() == null) {
            throw Refusal.invalid("A hold says why: {\"reason\": …, \"until\": …}", List.of());
        }
        return HoldView.of(
                holds.set(HoldScope.parse(scope), order.reason(), Optional.ofNullable(order.until()), caller.actor()));
    }

    /** 204, also when there was none. */
    @DELETE
    @Path("/{scope: .+}")
    public void remove(@PathParam("scope") String scope) {
        holds.remove(HoldScope.parse(scope), caller.actor());
    }
}
