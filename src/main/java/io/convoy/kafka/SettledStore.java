package io.convoy.kafka;

import io.convoy.base.RunId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Keeps in PostgreSQL what was settled; each call is a transaction of its own. */
@ApplicationScoped
class SettledStore implements PanacheRepositoryBase<SettledRow, UUID>, SettledMoves {

    @Override
    @Transactional
    public Settled of(RunId run) {
        return findByIdOptional(run.value())
                .map(row -> new Settled(SettledText.parse(row.from), SettledText.parse(row.to)))
                .orElse(Settled.NOTHING);
    }

    @Override
    @Transactional
    public void keep(RunId run, Settled settled) {
        SettledRow row = findByIdOptional(run.value()).orElseGet(() -> new SettledRow(run.value()));
        row.from = SettledText.of(settled.from());
        row.to = SettledText.of(settled.to());
        persist(row);
    }
}
