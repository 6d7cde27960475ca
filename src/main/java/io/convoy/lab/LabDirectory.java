package io.convoy.lab;

import io.convoy.provision.NodeOrder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of one lab, {@code <root>/<cluster>/<node>}: whoever has this directory can manage the lab's nodes. */
public record LabDirectory(Path root) {

    public LabDirectory {
        root = root.toAbsolutePath().normalize();
    }

    /** Every node that has a directory, running or not, ordered by cluster and name. */
    public List<LabNode> nodes() {
        return children(root)
                .flatMap(LabDirectory::children)
                .flatMap(path -> known(new NodeDirectory(path)).stream())
                .toList();
    }

    public Optional<LabNode> node(String cluster, String name) {
        return known(directory(cluster, name));
    }

    /** The node as it is known here, else as ordered, with an address from its cluster's loopback block. */
    LabNode nodeFor(NodeOrder order) {
        NodeDirectory directory = directory(order.cluster().value(), order.node());
        return FileGuard.holding(root.resolve("addresses"), () -> remember(order, directory));
    }

    private LabNode remember(NodeOrder order, NodeDirectory directory) {
        String address =
                known(directory).map(LabNode::address).or(order::address).orElseGet(() -> freeAddress(order));
        LabNode.Description description = LabNode.Description.of(order, address);
        directory.create();
        StoredFile.replace(directory.description(), description);
        return new LabNode(description, directory);
    }

    private String freeAddress(NodeOrder order) {
        List<String> contacts = ServerKind.find(order.software())
                .map(kind -> kind.contacts(order.settings()))
                .orElse(List.of());
        return new LoopbackAddresses(nodes().stream().map(LabNode::description).toList())
                .assign(order.cluster().value(), order.placement().datacenter(), contacts);
    }

    Path owner() {
        return root.resolve("owner.json");
    }

    private NodeDirectory directory(String cluster, String node) {
        return new NodeDirectory(root.resolve(cluster).resolve(node));
    }

    private static Optional<LabNode> known(NodeDirectory directory) {
        return StoredFile.read(directory.description(), LabNode.Description.class)
                .map(description -> new LabNode(description, directory));
    }

    private static Stream<Path> children(Path directory) {
        if (!Files.isDirectory(directory)) {
            return Stream.of();
        }
        try (Stream<Path> children = Files.list(directory)) {
            return children.filter(Files::isDirectory).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException("Could not list " + directory, e);
        }
    }
}
