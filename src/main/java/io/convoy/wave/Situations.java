package io.convoy.wave;

import io.convoy.base.ClusterName;
import io.convoy.execution.Run;
import io.convoy.execution.RunState;
import io.convoy.execution.Runs;
import io.convoy.inventory.InventoryStore;
import io.convoy.program.Measure;
import io.convoy.program.Member;
import io.convoy.program.Phase;
import io.convoy.program.Roster;
import io.convoy.program.Situation;
import io.convoy.program.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts together what admission must know of every cluster, from what is stored. Joins the caller's transaction. */
@ApplicationScoped
class Situations {

    private final ProgramStore store;
    private final InventoryStore inventory;
    private final Runs runs;
    private final ApprovedPlans plans;
    private final Clock clock;

    Situations(ProgramStore store, InventoryStore inventory, Runs runs, ApprovedPlans plans, Clock clock) {
        this.store = store;
        this.inventory = inventory;
        this.runs = runs;
        this.plans = plans;
        this.clock = clock;
    }

    Situation of(Roster roster) {
        Known known = new Known(
                inventory.names(),
                runs.latest(),
                plans.obstacles(),
                store.choices(),
                roster.program().limits().count(Measure.PAST_RETURN));
        return new Situation(
                roster.members().stream().map(member -> standing(member, known)).toList(),
                store.waves(),
                store.holds(),
                clock.instant());
    }

    /**
     * Read once for all clusters.
     *
     * @param returnCounts whether a limit asks which runs have passed their point of no return, which takes a look at each
     */
    private record Known(
            Set<ClusterName> imported,
            Map<ClusterName, Run> latest,
            ApprovedPlans.Obstacles obstacles,
            Map<ClusterName, Choice> choices,
            boolean returnCounts) {}

    private Standing standing(Member member, Known known) {
        ClusterName cluster = member.cluster();
        Optional<Run> run = Optional.ofNullable(known.latest().get(cluster));
        Optional<Choice> choice = Optional.ofNullable(known.choices().get(cluster));
        if (run.isPresent() && !run.get().state().isFinal()) {
            return moving(run.get(), known.returnCounts());
        }
        if (choice.filter(Choice::skips).isPresent()) {
            return Standing.of(Phase.SKIPPED, choice.get().at());
        }
        if (run.isPresent() && !isToGoAgain(run.get(), choice, known)) {
            boolean moved = run.get().state() instanceof RunState.Succeeded;
            return Standing.of(
                    moved ? Phase.SUCCEEDED : Phase.ROLLED_BACK, run.get().changedAt());
        }
        return Standing.waiting(
                known.imported().contains(cluster)
                        ? known.obstacles().of(cluster)
                        : Optional.of("It is not in the inventory: import it"));
    }

    private Standing moving(Run run, boolean returnCounts) {
        return new Standing(
                Phase.MOVING,
                run.createdAt(),
                returnCounts && runs.hasPassedReturn(run),
                run.state() instanceof RunState.NeedsAttention,
                Optional.empty());
    }

    private static boolean isToGoAgain(Run ended, Optional<Choice> choice, Known known) {
        boolean chosen = choice.filter(one -> !one.skips() && one.at().isAfter(ended.changedAt()))
                .isPresent();
        return chosen || known.obstacles().isApprovedSince(ended);
    }
}
