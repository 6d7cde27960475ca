package io.convoy.simulation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.convoy.audit.AuditAct;
import io.convoy.base.Actor;
import io.convoy.base.Digest;
import io.convoy.program.AuditForm;
import io.convoy.program.Hold;
import io.convoy.program.HoldScope;
import io.convoy.program.Member;
import io.convoy.program.Roster;
import io.convoy.program.WaveState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The acts that the real server would have written into its audit log, so that one checker reads both. */
final class AuditTrail implements Chronicle {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Roster roster;
    private final Tempo tempo;
    private final List<AuditAct> acts = new ArrayList<>();
    private final Map<Member, String> plans = new HashMap<>();

    /** @param tempo of the program that is simulated */
    AuditTrail(Roster roster, Tempo tempo) {
        this.roster = roster;
        this.tempo = tempo;
    }

    List<AuditAct> acts() {
        return acts;
    }

    @Override
    public void program(Instant at) {
        add(at, Driver.PERSON, "program.changed", "program", AuditForm.program(roster.program()));
    }

    @Override
    public void wave(Instant at, String wave, WaveState state, String reason, Actor by) {
        String act = "wave." + state.name().toLowerCase(Locale.ROOT);
        add(at, by, act, wave, reason.isEmpty() ? Map.of() : Map.of("reason", reason));
    }

    @Override
    public void held(Hold hold) {
        Map<String, Object> details = Map.of(
                "reason",
                hold.reason(),
                "until",
                hold.until().map(Instant::toString).orElse(""));
        add(hold.setAt(), new Actor(hold.setBy()), "hold.set", hold.scope().value(), details);
    }

    @Override
    public void released(Instant at, HoldScope scope) {
        add(at, Driver.PERSON, "hold.removed", scope.value(), Map.of());
    }

    @Override
    public void cluster(Instant at, Member member, String act) {
        if (act.equals("plan.approved")) {
            Map<String, Object> details = Map.of("comment", "simulated", "revision", 1, "digest", plan(member));
            add(at, Driver.PERSON, act, "cluster:" + member.cluster(), details);
        } else {
            add(at, Driver.PERSON, act, member.cluster().value(), Map.of());
        }
    }

    @Override
    public void run(Instant at, Journey journey, String act, Actor by) {
        Map<String, Object> details = new TreeMap<>();
        details.put("run", journey.id.toString());
        if (act.startsWith("step.")) {
            step(journey, act, details);
        } else if (act.equals("run.created")) {
            details.put("planDigest", plan(journey.member));
        } else if (act.equals("run.admitted")) {
            admitted(journey.member, details);
        } else {
            details.put("reason", journey.state().reason());
        }
        add(at, by, act, journey.member.cluster().value(), details);
    }

    private void admitted(Member member, Map<String, Object> details) {
        details.put("wave", member.wave().name());
        details.put("plan", plan(member));
        details.put("soak", member.wave().clusterSoaking().toSeconds());
        details.putAll(AuditForm.subject(member.subject()));
    }

    private void step(Journey journey, String act, Map<String, Object> details) {
        Leg leg = journey.leg();
        details.put("step", leg.step());
        if (!act.equals("step.begun")) {
            details.put("notes", List.of());
            return;
        }
        details.put("direction", journey.isBack() ? "BACK" : "FORWARD");
        details.put("attempt", journey.attempt());
        details.put("interruptible", leg.interruptible());
        details.put("expected", leg.expected().toSeconds());
        details.put("longest", tempo.longest(leg.expected()).toSeconds());
        if (leg.passesReturn()) {
            details.put("passesReturn", true);
        }
    }

    private String plan(Member member) {
        return plans.computeIfAbsent(
                member, of -> Digest.of("simulated plan of " + of.cluster()).value());
    }

    private void add(Instant at, Actor by, String act, String subject, Map<String, Object> details) {
        try {
            acts.add(new AuditAct(at, by, act, subject, JSON.writeValueAsString(details)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Plain values can always be written", e);
        }
    }
}
