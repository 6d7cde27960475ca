package io.convoy.cassandra;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which ranges each node has streamed from which other, as seen by Convoy itself. It is kept as text between two looks, one
 * bit per range; what belongs to another ring or to a node that was replaced is not read back.
 */
final class RebuildLedger {

    private static final String PREFIX = "done|";

    private final Map<String, KeyspaceRing> rings;
    private final Map<String, String> fingerprints;
    private final Map<Lane, Map<String, BitSet>> streamed = new HashMap<>();

    /** What one node, by its address, has of one keyspace. */
    private record Lane(String target, String keyspace) {}

    RebuildLedger(List<KeyspaceRing> rings) {
        this.rings = rings.stream().collect(Collectors.toMap(KeyspaceRing::keyspace, ring -> ring));
        this.fingerprints = rings.stream().collect(Collectors.toMap(KeyspaceRing::keyspace, KeyspaceRing::fingerprint));
    }

    /**
     * Reads back what {@link #write} wrote.
     *
     * @param hostIds of the present targets, by address
     */
    static RebuildLedger read(List<KeyspaceRing> rings, Map<String, String> memory, Map<String, String> hostIds) {
        RebuildLedger ledger = new RebuildLedger(rings);
        memory.forEach((key, value) -> {
            if (key.startsWith(PREFIX)) {
                String[] words = key.substring(PREFIX.length()).split("\\|", -1);
                ledger.readOne(words, value.split(":", -1), hostIds);
            }
        });
        return ledger;
    }

    private void readOne(String[] key, String[] value, Map<String, String> hostIds) {
        Lane lane = new Lane(key[0], key[2]);
        boolean sameNode = key[1].equals(hostIds.get(lane.target()));
        if (sameNode && value[0].equals(fingerprints.get(lane.keyspace()))) {
            BitSet ranges = BitSet.valueOf(HexFormat.of().parseHex(value[1]));
            streamed.computeIfAbsent(lane, ignored -> new HashMap<>()).put(key[3], ranges);
        }
    }

    void write(Map<String, String> memory, Map<String, String> hostIds) {
        streamed.forEach((lane, bySource) -> bySource.forEach((source, ranges) -> {
            String key = PREFIX + String.join("|", lane.target(), hostIds.get(lane.target()), lane.keyspace(), source);
            memory.put(
                    key,
                    fingerprints.get(lane.keyspace()) + ":" + HexFormat.of().formatHex(ranges.toByteArray()));
        }));
    }

    void done(RebuildCall call) {
        KeyspaceRing ring = rings.get(call.keyspace());
        if (ring == null) {
            return;
        }
        BitSet ranges = streamed.computeIfAbsent(new Lane(call.target(), call.keyspace()), ignored -> new HashMap<>())
                .computeIfAbsent(call.source(), ignored -> new BitSet());
        Set<TokenRange> called = Set.copyOf(call.ranges());
        for (int i = 0; i < ring.ranges().size(); i++) {
            if (called.contains(ring.ranges().get(i).range())) {
                ranges.set(i);
            }
        }
    }

    /** From whom each of these targets has streamed the range with this index. */
    Map<String, Set<String>> reads(String keyspace, int index, List<String> targets) {
        return targets.stream().collect(Collectors.toMap(target -> target, target -> sources(keyspace, index, target)));
    }

    private Set<String> sources(String keyspace, int index, String target) {
        return streamed.getOrDefault(new Lane(target, keyspace), Map.of()).entrySet().stream()
                .filter(entry -> entry.getValue().get(index))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
