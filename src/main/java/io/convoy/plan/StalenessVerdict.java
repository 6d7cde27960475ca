package io.convoy.plan;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What has become of the facts that a plan relies on, and what that means for it. */
public sealed interface StalenessVerdict {

    /** Every fact is as it was. */
    record Fresh() implements StalenessVerdict {
        @Override
        public List<FactChange> changed() {
            return List.of();
        }
    }

    /** Only facts without weight have changed: the plan is as safe as before. */
    record StillSafe(List<FactChange> changed) implements StalenessVerdict {
        public StillSafe {
            changed = List.copyOf(changed);
        }
    }

    /** The steps still lead there, but the reviewer has seen other facts. */
    record NeedsApproval(List<FactChange> changed) implements StalenessVerdict {
        public NeedsApproval {
            changed = List.copyOf(changed);
        }
    }

    /** The steps are no longer right. */
    record MustPlanAgain(List<FactChange> changed) implements StalenessVerdict {
        public MustPlanAgain {
            changed = List.copyOf(changed);
        }
    }

    List<FactChange> changed();

    /** Judges a plan's facts by those that hold now; the gravest change decides. */
    static StalenessVerdict of(List<Fact> then, List<Fact> now) {
        List<FactChange> changed = FactChange.between(then, now);
        return changed.stream()
                .map(FactChange::weight)
                .max(Comparator.naturalOrder())
                .map(gravest -> of(gravest, changed))
                .orElseGet(Fresh::new);
    }

    private static StalenessVerdict of(Fact.Weight gravest, List<FactChange> changed) {
        return switch (gravest) {
            case INFORMATIVE -> new StillSafe(changed);
            case REVIEW -> new NeedsApproval(changed);
            case BINDING -> new MustPlanAgain(changed);
        };
    }

    /** Why the plan must not be approved or run as it is; empty where it may be. Names the first changed facts. */
    default Optional<String> objection() {
        List<FactChange> grave = changed().stream()
                .filter(change -> change.weight() != Fact.Weight.INFORMATIVE)
                .toList();
        if (grave.isEmpty()) {
            return Optional.empty();
        }
        int shown = 5;
        String named = grave.stream().limit(shown).map(FactChange::toString).collect(Collectors.joining("; "));
        String more = grave.size() > shown ? "; and " + (grave.size() - shown) + " more" : "";
        return Optional.of("the cluster has changed since it was planned (" + named + more + "): plan it again");
    }
}
