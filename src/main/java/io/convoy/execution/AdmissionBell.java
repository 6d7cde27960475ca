package io.convoy.execution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/**
 * Has the admission look at once instead of at its next round, on every instance: {@link AdmissionDue} is fired there.
 *
 * <p>Runs that end, pause or need somebody ring it themselves.
 */
@ApplicationScoped
public class AdmissionBell {

    private final Messages messages;

    AdmissionBell(Messages messages) {
        this.messages = messages;
    }

    /** Rings when the caller's transaction commits, and not if it does not. */
    @Transactional(TxType.MANDATORY)
    public void ring() {
        messages.send(Message.ADMISSION_DUE);
    }
}
