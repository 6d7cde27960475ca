package io.convoy.wave;

import io.convoy.base.ClusterName;
import io.convoy.inventory.Cluster;
import io.convoy.inventory.InventoryStore;
import io.convoy.program.Member;
import io.convoy.program.Pace;
import io.convoy.program.Program;
import io.convoy.program.Roster;
import io.convoy.program.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The roster of the stored program and inventory; made anew when one of them has changed. */
@ApplicationScoped
class Rosters {

    private final ProgramStore store;
    private final InventoryStore inventory;
    private volatile Kept kept = new Kept(-1, -1, Roster.of(Program.EMPTY, List.of()));

    private record Kept(long program, long inventory, Roster roster) {
        boolean isOf(long programVersion, long inventoryVersion) {
            return program == programVersion && inventory == inventoryVersion;
        }
    }

    Rosters(ProgramStore store, InventoryStore inventory) {
        this.store = store;
        this.inventory = inventory;
    }

    /** Joins the caller's transaction. */
    Roster present() {
        long programVersion = store.version();
        long inventoryVersion = inventory.version();
        Kept known = kept;
        return known.isOf(programVersion, inventoryVersion)
                ? known.roster()
                : renewed(programVersion, inventoryVersion).roster();
    }

    /** By one of those who ask for it: of a large fleet it takes memory and time to make. */
    private synchronized Kept renewed(long programVersion, long inventoryVersion) {
        if (!kept.isOf(programVersion, inventoryVersion)) {
            ProgramStore.Versioned stored = store.versioned();
            // Clusters that have changed since the version was read have it made once more, not too seldom.
            kept = new Kept(stored.version(), inventoryVersion, of(stored.program()));
        }
        return kept;
    }

    /** The roster that a program would have. */
    Roster of(Program program) {
        return Roster.of(program, subjects(inventory.all(), program.paceOrUsual()));
    }

    /** A program of one cluster as its only member. */
    Member alone(Program program, ClusterName cluster) {
        List<Cluster> known = inventory.find(cluster).stream().toList();
        return Roster.of(program, subjects(known, program.paceOrUsual()))
                .members()
                .get(0);
    }

    static List<Subject> subjects(List<Cluster> clusters, Pace pace) {
        return clusters.stream().map(cluster -> Subject.of(cluster, pace)).toList();
    }
}
