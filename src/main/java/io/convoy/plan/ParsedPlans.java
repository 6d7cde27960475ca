package io.convoy.plan;

import io.convoy.base.Digest;
import java.util.LinkedHashMap;
import java.util.Map;

/** The plans that were read last. A run asks for its plan at every step, and a large one takes a while to read. */
final class ParsedPlans {

    private static final int KEPT = 256;

    private final Map<Digest, ChangePlan> byDigest = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Digest, ChangePlan> eldest) {
            return size() > KEPT;
        }
    };

    /** The plan that the document holds; a document whose bytes are not those of the digest was tampered with. */
    synchronized ChangePlan get(Digest digest, String document) {
        ChangePlan known = byDigest.get(digest);
        if (known != null) {
            return known;
        }
        if (!Digest.of(document).equals(digest)) {
            throw new IllegalStateException(
                    "The stored plan " + digest.brief() + " was altered: its bytes have another digest");
        }
        ChangePlan plan = PlanForm.fromYaml(document);
        byDigest.put(digest, plan);
        return plan;
    }
}
