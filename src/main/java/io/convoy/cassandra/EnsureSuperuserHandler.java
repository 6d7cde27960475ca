package io.convoy.cassandra;

import io.convoy.execution.Outcome;
import io.convoy.execution.Progress;
import io.convoy.execution.StepContext;
import io.convoy.execution.StepHandler;
import io.convoy.plan.CassandraStep.EnsureSuperuser;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes Convoy's own superuser and sees that it can log in. */
@Singleton
final class EnsureSuperuserHandler implements StepHandler<EnsureSuperuser> {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final String MADE = "made";

    private final CassandraLinks links;

    EnsureSuperuserHandler(CassandraLinks links) {
        this.links = links;
    }

    @Override
    public Class<EnsureSuperuser> stepType() {
        return EnsureSuperuser.class;
    }

    @Override
    public Outcome advance(EnsureSuperuser step, StepContext context) {
        Optional<String> password = links.logins().credentials().find(step.password());
        if (password.isEmpty()) {
            return Outcome.giveUp("The password of the role " + step.role() + " is not there: set " + step.password());
        }
        Login login = new Login(step.role(), password.get());
        ClusterLink link = links.to(context.cluster());
        CqlNode node = link.anyCql();
        Optional<Roles.Role> role = Roles.read(node).find(step.role());
        boolean ready = role.filter(found -> found.superuser() && found.login()).isPresent();
        if (ready && canLogIn(login, node)) {
            link.logInAgain();
            return Outcome.done("The role " + step.role() + " is a superuser and has logged in to " + node.endpoint());
        }
        // Nobody may change SUPERUSER of himself, and 5.0 lets a password be changed every five seconds at most.
        if (ready && context.memory().containsKey(MADE)) {
            return Outcome.retry("The role " + step.role() + " is there, but " + node.endpoint()
                    + " does not let it in; will set its" + " password again");
        }
        String verb = role.isPresent() ? "ALTER" : "CREATE";
        node.change(verb + " ROLE " + Cql.name(login.user()) + " WITH PASSWORD = " + Cql.text(login.password())
                + " AND SUPERUSER = true AND LOGIN = true");
        return new Outcome.Waiting(
                Progress.unmeasured("The role " + step.role() + " was made, its login is tried next"),
                LOOK_AGAIN,
                Map.of(MADE, "true"));
    }

    private boolean canLogIn(Login login, CqlNode node) {
        try {
            links.sessions().open(node.endpoint(), List.of(login)).close();
            return true;
        } catch (UnreachableException e) {
            return false;
        }
    }
}
