package io.convoy.audit;

import io.convoy.base.Digest;
import java.util.Optional;

/**
 * What walking the whole chain showed.
 *
 * @param entries how many entries follow one another without a break, from the first
 * @param head the hash of the last of them: noted elsewhere, it proves later that nothing was rewritten
 * @param broken what is wrong behind them; empty when the log is whole
 */
public record AuditProof(long entries, Digest head, Optional<String> broken) {

    public boolean whole() {
        return broken.isEmpty();
    }
}
