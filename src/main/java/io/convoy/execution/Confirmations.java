package io.convoy.execution;

import io.convoy.base.Actor;
import io.convoy.base.RunId;
import io.convoy.base.StepId;
import io.convoy.execution.RunState.Direction;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** People's answers to gates. */
@ApplicationScoped
class Confirmations implements PanacheRepositoryBase<ConfirmationRow, ConfirmationRow.Key> {

    Optional<String> commentOf(Asked asked) {
        return findByIdOptional(key(asked)).map(row -> row.comment + " (" + row.confirmedBy + ")");
    }

    /** The first answer counts; a second one changes nothing. */
    void confirm(Asked asked, String comment, Actor by, Instant now) {
        ConfirmationRow.Key key = key(asked);
        if (findById(key) == null) {
            persist(new ConfirmationRow(key, comment, by.name(), now));
        }
    }

    /** What a person answers: the gate of a step, or that of its undo. */
    record Asked(RunId run, StepId step, Direction direction) {}

    private static ConfirmationRow.Key key(Asked asked) {
        return new ConfirmationRow.Key(
                asked.run().value(), asked.step().value(), asked.direction().name());
    }
}
