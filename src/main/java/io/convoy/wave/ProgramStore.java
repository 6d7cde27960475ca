package io.convoy.wave;

import io.convoy.base.ClusterName;
import io.convoy.execution.AdmissionBell;
import io.convoy.program.Hold;
import io.convoy.program.HoldScope;
import io.convoy.program.Program;
import io.convoy.program.ProgramForm;
import io.convoy.program.WaveStanding;
import io.convoy.program.WaveState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The program, the standings of its waves, people's choices and the standing holds in PostgreSQL. Joins the caller's transaction, and has admission
 * look when it commits. */
@ApplicationScoped
class ProgramStore {

    private final EntityManager entities;
    private final AdmissionBell bell;

    ProgramStore(EntityManager entities, AdmissionBell bell) {
        this.entities = entities;
        this.bell = bell;
    }

    /**
     * The program with its version, as it stands now, whatever the transaction has read of it before.
     *
     * @param version grows with every change; 0 before the first
     */
    record Versioned(long version, Program program) {}

    Program program() {
        return versioned().program();
    }

    Versioned versioned() {
        return entities.createQuery("select version, document from ProgramRow", Object[].class)
                .getResultStream()
                .findFirst()
                .map(row -> new Versioned((Long) row[0], ProgramForm.read((String) row[1])))
                .orElse(new Versioned(0, Program.EMPTY));
    }

    /** Grows with every change; 0 before the first. */
    long version() {
        return entities.createQuery("select version from ProgramRow", Long.class)
                .getResultStream()
                .findFirst()
                .orElse(0L);
    }

    /** Nobody else admits or changes the program until the transaction ends. */
    void lock() {
        entities.find(ProgramRow.class, ProgramRow.ONLY, LockModeType.PESSIMISTIC_WRITE);
    }

    void save(Program program, String by, Instant now) {
        ProgramRow row = entities.find(ProgramRow.class, ProgramRow.ONLY, LockModeType.PESSIMISTIC_WRITE);
        ProgramRow written = row == null ? new ProgramRow() : row;
        written.document = ProgramForm.json(program);
        written.version++;
        written.changedAt = now;
        written.changedBy = by;
        if (row == null) {
            entities.persist(written);
        }
        bell.ring();
    }

    /** What people have said of waves; nothing of the others. */
    Map<String, WaveStanding> waves() {
        Map<String, WaveStanding> standings = new TreeMap<>();
        entities.createQuery("from WaveRow", WaveRow.class)
                .getResultList()
                .forEach(row ->
                        standings.put(row.name, new WaveStanding(WaveState.valueOf(row.state), row.failuresBorne)));
        return standings;
    }

    void save(String wave, WaveStanding standing, String by, Instant now) {
        entities.merge(new WaveRow(wave, standing, now, by));
        bell.ring();
    }

    Map<ClusterName, Choice> choices() {
        Map<ClusterName, Choice> choices = new TreeMap<>();
        entities.createQuery("from ChoiceRow", ChoiceRow.class)
                .getResultList()
                .forEach(row -> choices.put(new ClusterName(row.cluster), row.choice()));
        return choices;
    }

    void save(ClusterName cluster, Choice choice) {
        entities.merge(new ChoiceRow(cluster, choice));
        bell.ring();
    }

    List<Hold> holds() {
        return entities.createQuery("from HoldRow order by scope", HoldRow.class).getResultList().stream()
                .map(HoldRow::hold)
                .toList();
    }

    void save(Hold hold) {
        entities.merge(new HoldRow(hold));
    }

    boolean remove(HoldScope scope) {
        bell.ring();
        return entities.createQuery("delete from HoldRow where scope = ?1")
                        .setParameter(1, scope.value())
                        .executeUpdate()
                > 0;
    }
}
