package io.convoy.cassandra;

import io.convoy.base.ByteSize;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The healthy ring of {@link TestClusters}, with whatever a test spoils of it. */
final class RingMaker {

    private String clusterName = "orders";
    private String partitioner = "Murmur3Partitioner";
    private String snitch = "GossipingPropertyFileSnitch";
    private List<Member> members = TestClusters.members("dc_old", 1, 3);
    private List<Keyspace> keyspaces = List.of(
            TestClusters.keyspace("system_auth", TestClusters.perDatacenter("dc_old", 3)),
            TestClusters.keyspace("shop", TestClusters.perDatacenter("dc_old", 3)));
    private Map<String, List<String>> schemaVersions = Map.of("v1", List.of("127.0.1.1", "127.0.1.2", "127.0.1.3"));
    private List<String> superusers = List.of("cassandra", "convoy");
    private List<ClientConnection> clients = List.of();

    static RingMaker healthy() {
        return new RingMaker();
    }

    RingMaker named(String name) {
        clusterName = name;
        return this;
    }

    RingMaker partitionedBy(String name) {
        partitioner = name;
        return this;
    }

    RingMaker placedBy(String name) {
        snitch = name;
        return this;
    }

    RingMaker members(List<Member> some) {
        members = some;
        return this;
    }

    RingMaker and(List<Member> more) {
        members = new ArrayList<>(members);
        members.addAll(more);
        return this;
    }

    /** Alters the member with this address. */
    RingMaker member(String address, UnaryOperator<MemberMaker> change) {
        members = members.stream()
                .map(member -> member.address().equals(address)
                        ? change.apply(new MemberMaker(member)).made()
                        : member)
                .toList();
        return this;
    }

    RingMaker keyspaces(Keyspace... some) {
        keyspaces = List.of(some);
        return this;
    }

    RingMaker schema(String version, String... addresses) {
        Map<String, List<String>> more = new LinkedHashMap<>(schemaVersions);
        more.put(version, List.of(addresses));
        schemaVersions = more;
        return this;
    }

    RingMaker superusers(String... roles) {
        superusers = List.of(roles);
        return this;
    }

    RingMaker client(String role, boolean superuser) {
        clients = new ArrayList<>(clients);
        clients.add(new ClientConnection("127.0.1.1", "10.0.0.1", 4000 + clients.size(), role, "java", 17, superuser));
        return this;
    }

    Topology made() {
        return new Topology(clusterName, partitioner, snitch, members, keyspaces, schemaVersions, superusers, clients);
    }

    /** One member with other values. */
    static final class MemberMaker {

        private final Member member;
        private String version;
        private boolean up;
        private String mode;
        private ByteSize load;
        private Optional<ByteSize> diskFree;
        private List<String> activities;
        private List<String> rebuildMemory;

        MemberMaker(Member member) {
            this.member = member;
            version = member.version();
            up = member.up();
            mode = member.mode();
            load = member.load();
            diskFree = member.diskFree();
            activities = member.activities();
            rebuildMemory = member.rebuildMemory();
        }

        MemberMaker version(String text) {
            version = text;
            return this;
        }

        MemberMaker down() {
            up = false;
            return this;
        }

        MemberMaker mode(String word) {
            mode = word;
            return this;
        }

        MemberMaker load(String size) {
            load = ByteSize.parse(size);
            return this;
        }

        MemberMaker diskFree(String size) {
            diskFree = Optional.of(ByteSize.parse(size));
            return this;
        }

        MemberMaker busyWith(String... words) {
            activities = List.of(words);
            return this;
        }

        MemberMaker remembers(String... keyspaces) {
            rebuildMemory = List.of(keyspaces);
            return this;
        }

        Member made() {
            return new Member(
                    member.address(),
                    member.hostId(),
                    member.datacenter(),
                    member.rack(),
                    version,
                    up,
                    mode,
                    member.tokens(),
                    load,
                    diskFree,
                    activities,
                    rebuildMemory);
        }
    }
}
