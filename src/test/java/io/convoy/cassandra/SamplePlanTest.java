package io.convoy.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import io.convoy.base.ByteSize;
import io.convoy.inventory.Cluster;
import io.convoy.inventory.Fleet;
import io.convoy.inventory.ImportFormat;
import io.convoy.inventory.InventoryReader;
import io.convoy.plan.ChangePlan;
import io.convoy.plan.PlanForm;
import io.convoy.plan.PlanMarkdown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The plan under {@code changeplans/demo} is what the planner makes today of {@code inventory/demo.yaml} and of a ring
 * written down by hand after what the demo starts. After a change of the planner write it anew and read what has changed:
 *
 * <pre>./mvnw test -Dquick -Dtest=SamplePlanTest -Dconvoy.samples.write=true &amp;&amp; git diff changeplans</pre>
 */
class SamplePlanTest {

    private static final Path FOLDER = Path.of("changeplans", "demo");

    @BeforeAll
    static void writeAnewWhenAsked() throws IOException {
        if (Boolean.getBoolean("convoy.samples.write")) {
            Files.createDirectories(FOLDER);
            Files.writeString(FOLDER.resolve("orders.yaml"), PlanForm.yaml(planned()));
            Files.writeString(FOLDER.resolve("orders.md"), PlanMarkdown.of(planned()));
        }
    }

    @Test
    void theSampleIsWhatThePlannerMakesToday() throws IOException {
        assertThat(FOLDER.resolve("orders.yaml")).content().isEqualTo(PlanForm.yaml(planned()));
        assertThat(FOLDER.resolve("orders.md")).content().isEqualTo(PlanMarkdown.of(planned()));
    }

    @Test
    void theSampleCanBeApproved() throws IOException {
        assertThat(planned().isBlocked()).isFalse();
    }

    @Test
    void theSampleReadsBackAsThePlan() throws IOException {
        String written = Files.readString(FOLDER.resolve("orders.yaml"));

        assertThat(PlanForm.fromYaml(written)).isEqualTo(planned());
    }

    private static ChangePlan planned() throws IOException {
        Fleet fleet = demo();
        Cluster orders = fleet.clusters().get(0);
        Topology ring = WrittenTopology.read("demo-topology.yaml");
        return new AddDatacenterPlan(TestClusters.POLICY).of(fleet.name(), orders, Optional.of(ring));
    }

    private static Fleet demo() throws IOException {
        byte[] file = Files.readAllBytes(Path.of("inventory", "demo.yaml"));
        return new InventoryReader(ByteSize.parse("1MiB")).read(file, ImportFormat.YAML, Fleet.DEFAULT_NAME);
    }
}
