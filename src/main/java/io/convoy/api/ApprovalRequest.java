package io.convoy.api;

import io.convoy.base.Digest;
import io.convoy.base.Problem;
import io.convoy.base.Refusal;
import java.util.List;
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
            String message = "digest is the plan's digest: sha256: and 64 hexadecimal digits";
            throw Refusal.invalid(message, List.of(Problem.at("/digest", message)));
        }
    }

    String commentOrEmpty() {
        return comment == null ? "" : comment;
    }
}
