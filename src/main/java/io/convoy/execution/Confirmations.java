package io.convoy.execution;

import io.convoy.base.Actor;
import io.convoy.base.RunId;
import io.convoy.base.StepId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** People's answers to gates. */
@ApplicationScoped
class Confirmations implements PanacheRepositoryBase<ConfirmationRow, ConfirmationRow.Key> {

    Optional<String> commentOf(RunId run, StepId step) {
        return findByIdOptional(key(run, step)).map(row -> row.comment + " (" + row.confirmedBy + ")");
    }

    /** The first answer counts; a second one changes nothing. */
    void confirm(RunId run, StepId step, String comment, Actor by, Instant now) {
        if (findById(key(run, step)) == null) {
            persist(new ConfirmationRow(key(run, step), comment, by.name(), now));
        }
    }

    private static ConfirmationRow.Key key(RunId run, StepId step) {
        return new ConfirmationRow.Key(run.value(), step.value());
    }
}
