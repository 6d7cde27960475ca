package io.convoy.hooks;

import io.convoy.base.RunId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The record of deliveries in PostgreSQL: an intent before each one, its outcome after it. */
@ApplicationScoped
public class DeliveryLog implements PanacheRepositoryBase<DeliveryRow, Long> {

    /** On record when this returns, whatever happens to this process then. */
    @Transactional(TxType.REQUIRES_NEW)
    Delivery begin(HookReceiver receiver, HookEvent event, Instant now) {
        long before = count(
                "message = ?1 and receiver = ?2", event.id(), receiver.url().value());
        DeliveryRow row = new DeliveryRow(receiver, event, (int) before + 1, now.truncatedTo(ChronoUnit.MICROS));
        persist(row);
        return row.delivery();
    }

    @Transactional(TxType.REQUIRES_NEW)
    void end(Delivery begun, Delivery.End end) {
        findById(begun.number()).end(end);
    }

    /**
     * What was sent about a run, the newest first.
     *
     * @param before only deliveries of lower numbers than this
     */
    @Transactional
    public List<Delivery> ofRun(RunId run, long before, int limit) {
        return find("run = ?1 and number < ?2 order by number desc", run.value(), before).range(0, limit - 1).stream()
                .map(DeliveryRow::delivery)
                .toList();
    }
}
