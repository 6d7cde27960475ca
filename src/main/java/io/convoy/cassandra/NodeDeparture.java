package io.convoy.cassandra;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Brings one node out of the ring: by decommission where it is up, by its host id where it is down. Both go on inside the
 * cluster whatever becomes of Convoy, and are found again by what the nodes say of themselves.
 */
final class NodeDeparture {

    // The node has not heard yet that the last one has left: it goes by itself.
    private static final String MOVING = "data is currently moving";

    private final Map<String, Future<Optional<String>>> asked = new ConcurrentHashMap<>();

    /**
     * How far a node's departure is.
     *
     * @param failed it has come to an end without success
     */
    record State(boolean gone, boolean failed, String words) {
        static State gone(String words) {
            return new State(true, false, words);
        }

        static State underway(String words) {
            return new State(false, false, words);
        }

        static State failed(String words) {
            return new State(false, true, words);
        }
    }

    /**
     * Looks, begins the departure where nobody has, and looks again.
     *
     * @param retry whether a departure that failed before is to be begun again
     */
    State advance(ClusterLink link, String address, boolean force, boolean retry) {
        CqlNode node = link.anyCql();
        Ring ring = Ring.read(node);
        link.remember(ring.doors());
        Optional<String> witness = witness(link, ring, address);
        if (witness.isEmpty()) {
            return State.underway("no other node answers that could tell whether " + address + " has left");
        }
        StorageService other = link.jmx(witness.get());
        Optional<String> mode = mode(link, address);
        if (!other.tokenToEndpoint().containsValue(address)
                && ring.find(address).isEmpty()) {
            return left(address, mode);
        }
        if (mode.isPresent()) {
            return decommission(link.jmx(address), mode.get(), force, retry);
        }
        if (other.liveNodes().contains(address)) {
            return State.underway(address + " is up for " + witness.get() + " but its JMX does not answer");
        }
        return remove(other, address, ring);
    }

    private static State left(String address, Optional<String> mode) {
        return mode.filter(now -> now.equals("LEAVING"))
                .map(now -> State.underway(address + " is no member any more and finishes"))
                .orElseGet(() -> State.gone(address + " is no member of the ring any more, its process "
                        + mode.map(now -> "says " + now).orElse("does not answer")));
    }

    private State decommission(StorageService node, String mode, boolean force, boolean retry) {
        String address = node.address();
        return switch (mode) {
            case "LEAVING" -> State.underway(address + " is leaving: " + leaving(address));
            case "DECOMMISSIONED" -> State.underway(address + " is decommissioned, its peers do not know yet");
            case "DECOMMISSION_FAILED" ->
                retry
                        ? begin(address, node.beginDecommission(force), "its decommission was begun again")
                        : State.failed("Decommission of " + address + " failed: "
                                + answer(address).orElse("see its log"));
            case "NORMAL" -> normal(node, force, retry);
            default -> State.underway(address + " is " + mode + ", it can leave when it is NORMAL");
        };
    }

    private State normal(StorageService node, boolean force, boolean retry) {
        String address = node.address();
        if (isUnanswered(address)) {
            return State.underway(address + " was asked to leave");
        }
        Set<String> moving = node.movements();
        moving.remove(address);
        if (!moving.isEmpty()) {
            return State.underway(address + " waits until it has seen the end of the movement of " + moving);
        }
        return answer(address)
                .filter(why -> !retry && !why.contains(MOVING))
                .map(why -> State.failed(address + " refused to be decommissioned: " + why))
                .orElseGet(() -> begin(address, node.beginDecommission(force), "its decommission was begun"));
    }

    private State remove(StorageService other, String address, Ring ring) {
        String status = other.removalStatus();
        if (isUnanswered(address) || !status.startsWith("No token removals")) {
            return State.underway(address + " is down and is being removed: " + status);
        }
        Optional<String> why = answer(address);
        if (why.isPresent()) {
            asked.remove(address);
            return State.failed("Removal of " + address + " was refused by " + other.address() + ": " + why.get());
        }
        String hostId = ring.find(address).map(Peer::hostId).orElseGet(() -> other.endpointToHostId()
                .get(address));
        return begin(address, other.beginRemoveNode(hostId), "it is down; its removal was begun by " + other.address());
    }

    private State begin(String address, Future<Optional<String>> answer, String words) {
        asked.put(address, answer);
        // Most objections come at once.
        return answer(address, 500)
                .filter(why -> !why.contains(MOVING))
                .map(why -> State.failed(address + ": " + words + " and refused: " + why))
                .orElseGet(() -> State.underway(address + ": " + words));
    }

    private String leaving(String address) {
        return isUnanswered(address) ? "begun by this Convoy" : "begun earlier";
    }

    private boolean isUnanswered(String address) {
        Future<Optional<String>> answer = asked.get(address);
        return answer != null && !answer.isDone();
    }

    private Optional<String> answer(String address) {
        return answer(address, 0);
    }

    private Optional<String> answer(String address, long millis) {
        Future<Optional<String>> answer = asked.get(address);
        if (answer == null) {
            return Optional.empty();
        }
        try {
            return answer.get(millis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<String> mode(ClusterLink link, String address) {
        try {
            return Optional.of(link.jmx(address).operationMode());
        } catch (UnreachableException e) {
            return Optional.empty();
        }
    }

    /** Another member that is NORMAL, to be asked about this one. */
    private static Optional<String> witness(ClusterLink link, Ring ring, String address) {
        List<String> others = ring.addresses().stream()
                .filter(other -> !other.equals(address))
                .toList();
        return others.stream()
                .filter(other -> mode(link, other).filter("NORMAL"::equals).isPresent())
                .findFirst();
    }
}
