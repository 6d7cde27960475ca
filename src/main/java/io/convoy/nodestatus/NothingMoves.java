package io.convoy.nodestatus;

import io.convoy.base.ClusterName;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Watches nothing of its own accord where nothing in this Convoy knows of runs. */
@DefaultBean
@ApplicationScoped
class NothingMoves implements Watched {

    @Override
    public Set<ClusterName> clusters() {
        return Set.of();
    }
}
