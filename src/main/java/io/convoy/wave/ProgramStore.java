package io.convoy.wave;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The program, the states of its waves and the standing holds in PostgreSQL. Joins the caller's transaction. */
@ApplicationScoped
class ProgramStore {

    private final EntityManager entities;
    private final ObjectMapper json;

    ProgramStore(EntityManager entities, ObjectMapper json) {
        this.entities = entities;
        this.json = json;
    }

    Program program() {
        ProgramRow row = entities.find(ProgramRow.class, ProgramRow.ONLY);
        return row == null ? Program.EMPTY : read(row.document);
    }

    /** Nobody else admits or changes the program until the transaction ends. */
    void lock() {
        entities.find(ProgramRow.class, ProgramRow.ONLY, LockModeType.PESSIMISTIC_WRITE);
    }

    void save(Program program, String by, Instant now) {
        ProgramRow row = entities.find(ProgramRow.class, ProgramRow.ONLY, LockModeType.PESSIMISTIC_WRITE);
        ProgramRow written = row == null ? new ProgramRow() : row;
        written.document = write(program);
        written.version++;
        written.changedAt = now;
        written.changedBy = by;
        if (row == null) {
            entities.persist(written);
        }
    }

    Map<String, WaveState> waveStates() {
        Map<String, WaveState> states = new TreeMap<>();
        entities.createQuery("from WaveRow", WaveRow.class)
                .getResultList()
                .forEach(row -> states.put(row.name, WaveState.valueOf(row.state)));
        return states;
    }

    void save(String wave, WaveState state, String by, Instant now) {
        entities.merge(new WaveRow(wave, state, now, by));
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
        return entities.createQuery("delete from HoldRow where scope = ?1")
                        .setParameter(1, scope.value())
                        .executeUpdate()
                > 0;
    }

    private Program read(String document) {
        try {
            return json.readValue(document, Program.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The stored program is not in Convoy's form", e);
        }
    }

    private String write(Program program) {
        try {
            return json.writeValueAsString(program);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A program can always be written as JSON", e);
        }
    }
}
