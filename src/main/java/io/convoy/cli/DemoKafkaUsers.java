package io.convoy.cli;

import io.convoy.lab.KafkaWitness;
import io.convoy.lab.KafkaWitnessReport;
import io.convoy.lab.TransactionReport;
import io.convoy.lab.TransactionWitness;

/**
 * Who uses the demo's Kafka cluster: an idempotent producer, a consumer group that commits what it has read, and a transactional
 * producer.
 */
final class DemoKafkaUsers implements DemoUsers {

    private static final int RECORDS_PER_SECOND = 100;

    private final KafkaWitness witness;
    private final TransactionWitness transactions;
    private final String oldServers;
    private final String newServers;

    private DemoKafkaUsers(
            KafkaWitness witness, TransactionWitness transactions, String oldServers, String newServers) {
        this.witness = witness;
        this.transactions = transactions;
        this.oldServers = oldServers;
        this.newServers = newServers;
    }

    static DemoKafkaUsers start(String oldServers, String newServers) {
        KafkaWitness witness = KafkaWitness.start(oldServers, RECORDS_PER_SECOND);
        witness.phase("before");
        return new DemoKafkaUsers(witness, TransactionWitness.start(oldServers), oldServers, newServers);
    }

    @Override
    public void phase(String name) {
        witness.phase(name);
    }

    @Override
    public void cutOver() {
        witness.cutOver(newServers);
        transactions.cutOver(newServers);
    }

    @Override
    public void cutBack() {
        witness.cutOver(oldServers);
        transactions.cutOver(oldServers);
    }

    @Override
    public Verdict verdict(boolean rolledBack) {
        KafkaWitnessReport report = witness.report();
        TransactionReport committed = transactions.report();
        return new Verdict(report.flawless() && committed.flawless(), report.text() + committed.text());
    }

    @Override
    public void close() {
        transactions.close();
        witness.close();
    }
}
