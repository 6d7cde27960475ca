package io.convoy.wave;

import io.convoy.audit.AuditLog;
import io.convoy.base.Actor;
import io.convoy.base.ClusterName;
import io.convoy.base.Refusal;
import io.convoy.execution.Run;
import io.convoy.execution.Runs;
import io.convoy.program.AuditForm;
import io.convoy.program.CalendarFile;
import io.convoy.program.Member;
import io.convoy.program.Program;
import io.convoy.program.Roster;
import io.convoy.program.Selector;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The program as people read and write it. */
@ApplicationScoped
public class Programs {

    private final ProgramStore store;
    private final Rosters rosters;
    private final Runs runs;
    private final AuditLog audit;
    private final Clock clock;

    Programs(ProgramStore store, Rosters rosters, Runs runs, AuditLog audit, Clock clock) {
        this.store = store;
        this.rosters = rosters;
        this.runs = runs;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Program program() {
        return store.program();
    }

    /** Effective at once, for what starts from now on; refused where clusters would wait for each other for ever. */
    @Transactional
    public Program replace(Program program, Actor by) {
        ProgramSubscriptions.check(program);
        Roster roster = rosters.of(program);
        refuseToForget(roster);
        List<ClusterName> ring = roster.ring();
        if (!ring.isEmpty()) {
            throw Refusal.invalidAt("/dependencies", "These clusters would wait for each other for ever: " + ring);
        }
        store.save(program, by.name(), clock.instant());
        audit.record(by, "program.changed", "program", AuditForm.program(program));
        return program;
    }

    /** A cluster that moves counts under the limits, so it stays in the program. */
    private void refuseToForget(Roster roster) {
        List<ClusterName> forgotten = runs.active().stream()
                .map(Run::cluster)
                .filter(cluster -> roster.find(cluster).isEmpty())
                .toList();
        if (!forgotten.isEmpty()) {
            throw Refusal.conflict("These clusters are moving and would be in no wave: " + forgotten
                    + "; leave them in one until their runs have ended");
        }
    }

    /**
     * Takes the events of a calendar into the program.
     *
     * @param asWindow whether clusters may be worked on during its events, or must not be
     */
    @Transactional
    public Program importCalendar(CalendarOrder order, boolean asWindow, Actor by) {
        store.lock();
        CalendarFile file =
                CalendarFile.read(order.text(), order.name(), order.select(), order.zone(), clock.instant());
        Program before = store.program();
        return replace(asWindow ? file.asWindow(before) : file.asFreezes(before), by);
    }

    /** A calendar, the name of the window or freezes that it becomes, for which clusters, and its owner's time zone. */
    public record CalendarOrder(String text, String name, Optional<Selector> select, ZoneId zone) {}

    /** Every cluster of the program with its wave. */
    @Transactional
    public List<Member> members() {
        return rosters.present().members();
    }
}
