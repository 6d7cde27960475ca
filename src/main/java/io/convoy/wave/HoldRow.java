package io.convoy.wave;

import io.convoy.program.Hold;
import io.convoy.program.HoldScope;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A row of {@code hold}. */
@Entity
@Table(name = "hold")
class HoldRow {

    @Id
    String scope;

    @Column
    String reason;

    @Column(name = "hold_until")
    @Nullable
    Instant until;

    @Column(name = "set_by")
    String setBy;

    @Column(name = "set_at")
    Instant setAt;

    protected HoldRow() {}

    HoldRow(Hold hold) {
        scope = hold.scope().value();
        reason = hold.reason();
        until = hold.until().orElse(null);
        setBy = hold.setBy();
        setAt = hold.setAt();
    }

    Hold hold() {
        return new Hold(new HoldScope(scope), reason, Optional.ofNullable(until), setBy, setAt);
    }
}
