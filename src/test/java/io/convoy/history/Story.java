package io.convoy.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.convoy.audit.AuditAct;
import io.convoy.audit.AuditEntry;
import io.convoy.base.Actor;
import io.convoy.base.Digest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A history as it is told, one entry every ten seconds. */
final class Story {

    /** A Monday. */
    static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");

    private static final Digest NONE = new Digest("sha256:" + "0".repeat(64));
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<AuditEntry> entries = new ArrayList<>();
    private Instant now = MORNING;
    private Duration every = Duration.ofSeconds(10);
    private long taken;

    /** The program of a document, with wave {@code pilot} started and plans of these clusters approved. */
    static Story of(String document, String... approved) {
        Story story = new Story().program(document).say("wave.started", "pilot", Map.of());
        for (String cluster : approved) {
            story.approve(cluster);
        }
        return story;
    }

    /** As many clusters as one likes, in one wave. */
    static Story ofAny(String... approved) {
        return of("{'limits':{'clusters':9},'waves':[{'name':'pilot','select':'name=*'}]}", approved);
    }

    Story at(String time) {
        now = Instant.parse(time);
        return this;
    }

    Story later(Duration duration) {
        now = now.plus(duration);
        return this;
    }

    Story every(Duration distance) {
        every = distance;
        return this;
    }

    int size() {
        return entries.size();
    }

    /** What was told since it was last taken. */
    List<AuditEntry> taken() {
        List<AuditEntry> told = List.copyOf(entries);
        taken += told.size();
        entries.clear();
        return told;
    }

    Story program(String document) {
        return say("program.changed", "program", Map.of("document", document.replace('\'', '"')));
    }

    Story approve(String cluster) {
        return say("plan.approved", "cluster:" + cluster, Map.of("digest", "plan-of-" + cluster));
    }

    Story start(String cluster) {
        return start(cluster, "pilot", Map.of());
    }

    Story start(String cluster, String wave, Map<String, ?> more) {
        return create(cluster).admit(cluster, wave, more);
    }

    Story create(String cluster) {
        return say("run.created", cluster, Map.of("run", run(cluster), "planDigest", "plan-of-" + cluster));
    }

    Story admit(String cluster, String wave, Map<String, ?> more) {
        Map<String, Object> details = new TreeMap<>();
        details.put("run", run(cluster));
        details.put("wave", wave);
        details.put("plan", "plan-of-" + cluster);
        details.put("soak", 0);
        details.put("nodes", 3);
        details.put("traits", Map.of("fleet", List.of("fleet"), "region", List.of("aws/eu")));
        details.putAll(more);
        return say("run.admitted", cluster, details);
    }

    Story begin(String cluster, String step) {
        return begin(cluster, step, Map.of());
    }

    Story begin(String cluster, String step, Map<String, ?> more) {
        Map<String, Object> details = new TreeMap<>();
        details.put("run", run(cluster));
        details.put("step", step);
        details.put("direction", "FORWARD");
        details.put("attempt", 1);
        details.put("interruptible", true);
        details.put("expected", 600);
        details.put("passesReturn", false);
        details.putAll(more);
        return say("step.begun", cluster, details);
    }

    Story end(String act, String cluster, String step) {
        return say(act, cluster, Map.of("run", run(cluster), "step", step, "notes", List.of()));
    }

    /** From its start to its end. */
    Story move(String cluster) {
        return start(cluster).begin(cluster, "only").end("step.done.last", cluster, "only");
    }

    Story say(String act, String subject, Map<String, ?> details) {
        now = now.plus(every);
        try {
            AuditAct said = new AuditAct(now, Actor.CONVOY, act, subject, JSON.writeValueAsString(details));
            entries.add(new AuditEntry(taken + entries.size() + 1, said, NONE, NONE));
            return this;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    HistoryReport check() {
        HistoryCheck check = new HistoryCheck();
        entries.forEach(check::add);
        return check.report(now.plus(Duration.ofHours(1)));
    }

    static String run(String cluster) {
        return "run-of-" + cluster;
    }
}
