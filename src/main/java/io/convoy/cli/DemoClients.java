package io.convoy.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.convoy.lab.CassandraWitness;
import io.convoy.lab.DropPermission;
import io.convoy.lab.DropReport;
import io.convoy.lab.TableDropper;
import io.convoy.lab.WitnessReport;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Who uses the cluster while it moves: an application that writes and reads, and a job that creates and drops tables. */
final class DemoClients implements DemoUsers {

    private static final Logger LOG = Logger.getLogger(DemoClients.class);
    private static final int REQUESTS_PER_SECOND = 100;
    private static final Duration BETWEEN_DROPS = Duration.ofSeconds(3);
    private static final String PERMITS = "/clusters/" + DemoSource.CLUSTER + "/schema-permits";

    private final CassandraWitness witness;
    private final TableDropper dropper;

    private DemoClients(CassandraWitness witness, TableDropper dropper) {
        this.witness = witness;
        this.dropper = dropper;
    }

    static DemoClients start(ConvoyClient convoy) {
        CassandraWitness witness = CassandraWitness.start(DemoSource.clientOfOld(), REQUESTS_PER_SECOND);
        witness.phase("before");
        return new DemoClients(
                witness,
                TableDropper.start(
                        DemoSource.clientOfOld(), (keyspace, table) -> permit(convoy, table), BETWEEN_DROPS));
    }

    /** What a customer's job does before a drop: ask for a permit, and come back later where there is none. */
    private static Optional<DropPermission.Lease> permit(ConvoyClient convoy, String table) {
        try {
            JsonNode permit = convoy.post(PERMITS, Map.of("ttl", "PT60S", "purpose", "drop " + table));
            return Optional.of(() -> giveBack(convoy, permit));
        } catch (ApiRefusal | UncheckedIOException e) {
            // Whatever is not a clear yes is a no: 423, a server that restarts, a cluster that it does not know.
            return Optional.empty();
        }
    }

    private static void giveBack(ConvoyClient convoy, JsonNode permit) {
        try {
            convoy.delete(PERMITS + "/" + permit.path("id").asText());
        } catch (ApiRefusal | UncheckedIOException e) {
            // It expires by itself.
            LOG.debugf("Permit %s was not given back: %s", permit.path("id").asText(), e.getMessage());
        }
    }

    @Override
    public void phase(String name) {
        witness.phase(name);
    }

    @Override
    public void cutOver() {
        witness.cutOver(DemoSource.clientOfNew());
        dropper.cutOver(DemoSource.clientOfNew());
    }

    @Override
    public void cutBack() {
        witness.cutOver(DemoSource.clientOfOld());
        dropper.cutOver(DemoSource.clientOfOld());
    }

    /** Stops the drops and the writes, and reads everything again, also each of these nodes' own copies. */
    WitnessReport witnessReport(List<String> nodes) {
        dropper.stop();
        return witness.report(nodes);
    }

    @Override
    public Verdict verdict(boolean rolledBack) {
        List<String> nodes = rolledBack ? DemoSource.oldAddresses() : DemoSource.newAddresses();
        WitnessReport report = witnessReport(nodes);
        // A node that could not be asked is not in the map, and proves nothing.
        boolean complete = report.missingByNode().keySet().containsAll(nodes)
                && report.missingByNode().values().stream().allMatch(missing -> missing == 0);
        return new Verdict(
                report.flawless() && complete && drops().errors() == 0,
                report.text() + System.lineSeparator() + drops().text());
    }

    DropReport drops() {
        return dropper.report();
    }

    @Override
    public void close() {
        dropper.close();
        witness.close();
    }
}
