package io.convoy.api;

import io.convoy.base.Digest;
import io.convoy.base.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The approval of a plan.
 *
 * @param digest of the plan that was reviewed, {@code sha256:} and 64 hexadecimal digits
 */
public record ApprovalRequest(
        @Nullable String digest, @Nullable String comment) {

    Digest reviewed() {
        try {
            return new Digest(digest == null ? "" : digest);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalidAt("/digest", "digest is the plan's digest: sha256: and 64 hexadecimal digits");
        }
    }

    String commentOrEmpty() {
        return comment == null ? "" : comment;
    }
}
