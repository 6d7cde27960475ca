package io.convoy.plan;

import io.convoy.inventory.Cluster;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * Plans moves of clusters that do not exist, for demonstrations and rehearsals of a program: each step takes its time and does
 * nothing. How long all of them take is said by the label {@value #LABEL}, for example {@code PT30S}.
 */
@Singleton
final class PretendedMove implements Planner {

    static final String LABEL = "pretend";

    private static final Duration USUAL = Duration.ofSeconds(30);

    @Override
    public String strategy() {
        return "pretend";
    }

    @Override
    public ChangePlan plan(String fleet, Cluster cluster) {
        Optional<Duration> length = length(cluster);
        Duration all = length.orElse(USUAL);
        List<Draft> drafts = List.of(
                step("provision", "making the new nodes", all, 20),
                step("rebuild", "copying the data", all, 50),
                step("verification", "comparing both sides", all, 20),
                step("retirement", "retiring the old nodes", all, 10));
        return new ChangePlan(
                fleet,
                cluster.name(),
                strategy(),
                "Nothing is moved: each step takes its time and does nothing.",
                length.isPresent() ? List.of(pretended()) : List.of(pretended(), unreadable(cluster)),
                facts(cluster),
                Draft.numbered(drafts));
    }

    @Override
    public List<Fact> facts(Cluster cluster) {
        return List.of();
    }

    private static Draft step(String phase, String work, Duration all, int percent) {
        Duration part = all.multipliedBy(percent).dividedBy(100);
        return Draft.of(phase, phase, "Pretend: " + work, new GeneralStep.Pretend(work, part), part)
                .undoneBy(new GeneralStep.Pretend("taking back " + work, part.dividedBy(2)), "Takes half as long");
    }

    /** The usual where the label is absent; empty where it cannot be read. */
    private static Optional<Duration> length(Cluster cluster) {
        String said = cluster.labels().getOrDefault(LABEL, USUAL.toString());
        try {
            return Optional.of(Duration.parse(said)).filter(length -> !length.isNegative());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Finding pretended() {
        return new Finding(
                Finding.Severity.NOTE,
                "strategy pretend",
                "No node of this cluster is touched.",
                "Name another strategy to move it.");
    }

    private static Finding unreadable(Cluster cluster) {
        return new Finding(
                Finding.Severity.BLOCKER,
                "label " + LABEL,
                "'" + cluster.labels().get(LABEL) + "' is not a length of time.",
                "Write one such as PT30S.");
    }
}
