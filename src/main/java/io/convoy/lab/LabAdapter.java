package io.convoy.lab;

import io.convoy.provision.Provisioner;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Offers the lab to a server as one more provisioner. */
@Dependent
class LabAdapter {

    @Produces
    @Singleton
    @Identifier("lab")
    Provisioner provisioner(LabSettings settings) {
        return new LabProvisioner(
                LabHome.standard(),
                settings.directory()
                        .orElseThrow(() -> new LabException(
                                "convoy.provision.adapter is lab: say with" + " convoy.lab.directory which lab")));
    }
}
