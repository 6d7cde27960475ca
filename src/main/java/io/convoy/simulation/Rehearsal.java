package io.convoy.simulation;

import io.convoy.audit.AuditAct;
import io.convoy.program.Member;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One simulated program in full.
 *
 * @param acts what the server would have written into its audit log
 * @param chain from the program's begin to its end
 * @param left what keeps each cluster that never ended, for ever
 */
public record Rehearsal(
        Simulated outcome, List<AuditAct> acts, List<ChainLink> chain, Map<String, String> left, String gantt) {

    public static Rehearsal of(Scenario scenario, long seed) {
        AuditTrail trail = new AuditTrail(scenario.roster(), scenario.odds().tempo());
        Diary diary = new Diary();
        Simulated outcome = Simulator.run(scenario, seed, new Chronicles(List.of(trail, diary)));
        Map<String, String> left = new TreeMap<>();
        for (Member member : outcome.left()) {
            left.put(member.cluster().value(), last(diary.delays(member)));
        }
        String gantt = new Gantt(outcome, diary).svg();
        return new Rehearsal(outcome, trail.acts(), CriticalChain.of(outcome, diary), left, gantt);
    }

    private static String last(List<Diary.Delay> delays) {
        return delays.isEmpty()
                ? "It was withheld in the midst of its run"
                : delays.get(delays.size() - 1).keeper().words();
    }
}
