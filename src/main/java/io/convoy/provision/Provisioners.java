package io.convoy.provision;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

/** The provisioner that the configuration names. */
@Singleton
public class Provisioners {

    private final Instance<Provisioner> adapters;
    private final ProvisionSettings settings;

    Provisioners(@Any Instance<Provisioner> adapters, ProvisionSettings settings) {
        this.adapters = adapters;
        this.settings = settings;
    }

    public Provisioner chosen() {
        Instance<Provisioner> chosen = adapters.select(Identifier.Literal.of(settings.adapter()));
        if (!chosen.isResolvable()) {
            throw new IllegalStateException(
                    "convoy.provision.adapter is '" + settings.adapter() + "': write manual, command or lab");
        }
        return chosen.get();
    }
}
