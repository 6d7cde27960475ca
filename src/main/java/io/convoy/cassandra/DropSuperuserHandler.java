package io.convoy.cassandra;

import io.convoy.execution.Outcome;
import io.convoy.execution.StepContext;
import io.convoy.execution.StepHandler;
import io.convoy.plan.CassandraStep.DropSuperuser;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Drops Convoy's own superuser, with the customer's login: nobody can drop himself. */
@Singleton
final class DropSuperuserHandler implements StepHandler<DropSuperuser> {

    private final CassandraLinks links;

    DropSuperuserHandler(CassandraLinks links) {
        this.links = links;
    }

    @Override
    public Class<DropSuperuser> stepType() {
        return DropSuperuser.class;
    }

    @Override
    public Outcome advance(DropSuperuser step, StepContext context) {
        ClusterLink link = links.to(context.cluster());
        CqlNode node = link.anyCql();
        if (Roles.read(node).find(step.role()).isEmpty()) {
            return Outcome.done("There is no role " + step.role());
        }
        Optional<Login> customers = links.logins().ofInventory(context.cluster());
        if (customers.isEmpty()) {
            return Outcome.giveUp("Only the role " + step.role() + " itself is known to log in, and no role can drop"
                    + " itself: give 'credentials' in the inventory's access");
        }
        CqlNode asCustomer = links.sessions().open(node.endpoint(), List.of(customers.get()));
        try {
            asCustomer.change("DROP ROLE IF EXISTS " + Cql.name(step.role()));
            boolean gone = Roles.read(asCustomer).find(step.role()).isEmpty();
            link.logInAgain();
            return gone
                    ? Outcome.done("The role " + step.role() + " was dropped")
                    : Outcome.retry("The role " + step.role() + " is still listed after it was dropped");
        } finally {
            asCustomer.close();
        }
    }
}
