package io.convoy.inventory;

import java.util.Optional;

/**
 * One node.
 *
 * @param name unique in its cluster
 * @param address IP address or host name, where it is known already
 * @param rack the rack or availability zone
 * @param nodeSize the machine type, for example {@code r6g.xlarge}
 */
public record Node(String name, Optional<String> address, String rack, Optional<String> nodeSize) {

    public Node {
        Words.word(name);
        address.ifPresent(Endpoint::host);
        Words.word(rack);
        nodeSize.ifPresent(Words::word);
    }
}
