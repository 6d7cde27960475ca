package io.convoy.cli;

import io.convoy.lab.KafkaWitness;
import io.convoy.lab.KafkaWitnessReport;

/** Who uses the demo's Kafka cluster: an idempotent producer and a consumer group that commits what it has read. */
final class DemoKafkaUsers implements DemoUsers {

    private static final int RECORDS_PER_SECOND = 100;

    private final KafkaWitness witness;
    private final String oldServers;
    private final String newServers;

    private DemoKafkaUsers(KafkaWitness witness, String oldServers, String newServers) {
        this.witness = witness;
        this.oldServers = oldServers;
        this.newServers = newServers;
    }

    static DemoKafkaUsers start(String oldServers, String newServers) {
        KafkaWitness witness = KafkaWitness.start(oldServers, RECORDS_PER_SECOND);
        witness.phase("before");
        return new DemoKafkaUsers(witness, oldServers, newServers);
    }

    @Override
    public void phase(String name) {
        witness.phase(name);
    }

    @Override
    public void cutOver() {
        witness.cutOver(newServers);
    }

    @Override
    public void cutBack() {
        witness.cutOver(oldServers);
    }

    @Override
    public Verdict verdict(boolean rolledBack) {
        KafkaWitnessReport report = witness.report();
        return new Verdict(report.flawless(), report.text());
    }

    @Override
    public void close() {
        witness.close();
    }
}
