package io.convoy.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.convoy.provision.NodeOrder;
import io.convoy.provision.ProvisionState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LabOwnershipIT {

    private static final Path ROOT = Path.of("target", "lab-abandoned");

    @Test
    void aNodeOutlivesItsKilledOwnerAndIsEndedByTheNext() throws IOException {
        NodeOrder order = AbandoningOwner.LAYOUT.orders().get(0);
        LabProvisioner onlooker = new LabProvisioner(LabHome.standard(), ROOT);
        ProvisionState present = new ProvisionState.Present("127.12.1.1");
        StoredFile.deleteTree(ROOT);

        Process owner = abandoningOwner();
        await().atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    assertThat(owner.isAlive()).isTrue();
                    return onlooker.look(order).equals(present);
                });
        owner.destroyForcibly().onExit().join();

        assertThat(onlooker.look(order)).isEqualTo(present);
        Lab.open(LabHome.standard(), Path.of("target", "lab-of-the-next")).close();
        assertThat(onlooker.look(order)).isEqualTo(new ProvisionState.Stopped("127.12.1.1"));
    }

    private static Process abandoningOwner() throws IOException {
        return new ProcessBuilder(
                        ServerJava.find().toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        AbandoningOwner.class.getName(),
                        ROOT.toString())
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "abandoning-owner.log").toFile())
                .start();
    }
}
