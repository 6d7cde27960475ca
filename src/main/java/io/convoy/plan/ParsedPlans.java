package io.convoy.plan;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.convoy.base.Digest;

/** The plans that were read last. A run asks for its plan at every step, and a large one takes a while to read. */
final class ParsedPlans {

    /** Of documents; what is made of one takes several times its place. */
    private static final long MOST_CHARACTERS = 16L << 20;

    private final Cache<Digest, Reading> readings = Caffeine.newBuilder()
            .maximumWeight(MOST_CHARACTERS)
            .weigher((Digest digest, Reading reading) -> reading.characters())
            .build();

    private record Reading(ChangePlan plan, int characters) {}

    /** The plan that the document holds; a document whose bytes are not those of the digest was tampered with. */
    ChangePlan get(Digest digest, String document) {
        return readings.get(digest, asked -> read(asked, document)).plan();
    }

    private static Reading read(Digest digest, String document) {
        if (!Digest.of(document).equals(digest)) {
            throw new IllegalStateException(
                    "The stored plan " + digest.brief() + " was altered: its bytes have another digest");
        }
        return new Reading(PlanForm.fromYaml(document), document.length());
    }
}
