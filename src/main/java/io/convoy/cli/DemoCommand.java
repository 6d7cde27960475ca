package io.convoy.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Moves a real Cassandra and a real Kafka cluster on this machine, from the inventory file to the proof. */
@Command(
        name = "demo",
        description =
                "Start a real Cassandra and a real Kafka cluster here, and move both in one wave while clients write, read,"
                        + " and drop tables.",
        footer = {
            "",
            "Needs about 6 GiB of memory. Everything listens on 127.0.0.0/8 and is ended at the end.",
            "Exit code 0 only when nothing was lost and nothing failed."
        },
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    @Option(
            names = "--rollback",
            description = "Stop before the point of no return, roll back, and prove that the source is as it was.")
    boolean rollback;

    @Option(names = "--keep", description = "Leave everything running until Ctrl-C, to look at.")
    boolean keep;

    @Option(
            names = "--data",
            paramLabel = "SIZE",
            description = "Data in the Cassandra cluster, replicas included (default: ${DEFAULT-VALUE}).",
            defaultValue = "300MiB")
    String data;

    @Option(
            names = "--inventory",
            paramLabel = "FILE",
            description = "What the demo imports (default: ${DEFAULT-VALUE}).",
            defaultValue = "inventory/demo.yaml")
    Path inventory;

    @Option(
            names = "--clusters",
            paramLabel = "NAME",
            split = ",",
            description = "Which to start and move (default: ${DEFAULT-VALUE}).",
            defaultValue = "orders,clicks")
    List<String> clusters;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!java.nio.file.Files.isReadable(inventory)) {
            throw new IllegalStateException("There is no readable file " + inventory + ": name one with --inventory");
        }
        PrintWriter out = spec.commandLine().getOut();
        DemoPlace place = DemoPlace.of(ConvoyHome.of(System.getenv()));
        return new Demo(
                        new DemoOrder(
                                rollback,
                                keep,
                                io.convoy.base.ByteSize.parse(data),
                                inventory,
                                Set.copyOf(checked(clusters))),
                        place,
                        out)
                .run();
    }

    private List<String> checked(List<String> named) {
        List<String> known = List.of(DemoSource.CLUSTER.value(), DemoKafka.CLUSTER.value());
        if (!known.containsAll(named)) {
            throw new ParameterException(spec.commandLine(), "--clusters knows " + known + ", not " + named);
        }
        return named;
    }
}
