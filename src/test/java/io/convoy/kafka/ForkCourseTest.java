package io.convoy.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.convoy.kafka.ForkCourse.Member;
import io.convoy.kafka.ForkCourse.Next;
import io.convoy.kafka.ForkCourse.Running;
import io.convoy.plan.PlannedServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForkCourseTest {

    @Test
    void theKeeperStopsLastAndCatchesUpBefore() {
        assertThat(next(Running.OBSERVES, Running.OBSERVES, Running.OBSERVES))
                .isEqualTo(new Next.Stop(server(3), false));
        assertThat(next(Running.OBSERVES, Running.OBSERVES, Running.STOPPED))
                .isEqualTo(new Next.Stop(server(2), false));
        assertThat(next(Running.OBSERVES, Running.STOPPED, Running.STOPPED)).isEqualTo(new Next.Stop(server(1), true));
    }

    @Test
    void theKeeperStartsFirst() {
        assertThat(next(Running.STOPPED, Running.STOPPED, Running.STOPPED)).isEqualTo(new Next.Start(server(1)));
    }

    @Test
    void noMoreThanAMajorityWithTheKeeperStartsBeforeThereIsALeader() {
        assertThat(next(Set.of(1, 2), Running.LOOKS, Running.LOOKS, Running.STOPPED))
                .isInstanceOf(Next.Wait.class);
        assertThat(next(Set.of(1, 2), Running.STOPPED, Running.LOOKS, Running.STOPPED))
                .as("the keeper has died")
                .isEqualTo(new Next.Start(server(1)));
        assertThat(next(Set.of(1, 2), Running.VOTES, Running.VOTES, Running.STOPPED))
                .isEqualTo(new Next.Start(server(3)));
    }

    @Test
    void nothingIsStoppedWhileTheKeeperLags() {
        assertThat(next(Running.LOOKS, Running.OBSERVES, Running.OBSERVES)).isInstanceOf(Next.Refuse.class);
        assertThat(next(Running.STOPPED, Running.OBSERVES, Running.OBSERVES)).isInstanceOf(Next.Refuse.class);
    }

    @Test
    void whoeverElseLagsEverythingIsCheckedFirstAsLongAsTheKeeperObserves() {
        assertThat(course(Set.of(), Running.OBSERVES, Running.LOOKS, Running.STOPPED)
                        .canStillWait())
                .isTrue();
        assertThat(course(Set.of(), Running.STOPPED, Running.STOPPED, Running.STOPPED)
                        .canStillWait())
                .isFalse();
        assertThat(course(Set.of(1), Running.LOOKS, Running.STOPPED, Running.STOPPED)
                        .canStillWait())
                .isFalse();
    }

    @Test
    void whatAConvoyThatDiedHadRestartedIsRestartedAgain() {
        assertThat(next(Running.LOOKS, Running.STOPPED, Running.STOPPED)).isEqualTo(new Next.Stop(server(1), false));
    }

    /** A world in which servers obey late, and in which Convoy dies before it has noted what it has started. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5})
    void itAlwaysEndsInOneEnsembleWhoseFirstQuorumHasTheKeeper(int count) {
        for (long seed = 0; seed < 2_000; seed++) {
            World world = new World(count, new Random(seed));
            world.run();
            assertThat(world.quorum).as("seed %d", seed).contains(1);
        }
    }

    private static final class World {
        private final Random random;
        private final TreeMap<Integer, Running> servers = new TreeMap<>();
        /** Servers that run with their new settings. */
        private final Set<Integer> changed = new TreeSet<>();

        private Set<Integer> restarted = Set.of();
        private Set<Integer> quorum = Set.of();

        World(int count, Random random) {
            this.random = random;
            IntStream.rangeClosed(1, count).forEach(id -> servers.put(id, Running.OBSERVES));
        }

        void run() {
            for (int step = 0; step < 1_000; step++) {
                elect();
                List<Member> members = new ArrayList<>();
                servers.forEach((id, running) -> members.add(new Member(server(id), running)));
                ForkCourse course = new ForkCourse(members, restarted);
                Next next = course.next();
                if (next instanceof Next.Forked) {
                    return;
                }
                if (next instanceof Next.Stop stop && random.nextBoolean()) {
                    servers.put(stop.server().id(), Running.STOPPED);
                    changed.remove(stop.server().id());
                }
                if (next instanceof Next.Start start) {
                    if (random.nextInt(4) > 0) {
                        restarted = course.restartedWith(start.server());
                    }
                    servers.put(start.server().id(), Running.LOOKS);
                    changed.add(start.server().id());
                }
                assertThat(next).isNotInstanceOf(Next.Refuse.class);
            }
            throw new AssertionError("It did not end: " + servers);
        }

        private void elect() {
            if (changed.size() > servers.size() / 2) {
                if (quorum.isEmpty()) {
                    quorum = Set.copyOf(changed);
                }
                changed.forEach(id -> servers.put(id, Running.VOTES));
            }
        }
    }

    private static Next next(Running... running) {
        return next(Set.of(), running);
    }

    private static Next next(Set<Integer> restarted, Running... running) {
        return course(restarted, running).next();
    }

    private static ForkCourse course(Set<Integer> restarted, Running... running) {
        List<Member> members = IntStream.range(0, running.length)
                .mapToObj(index -> new Member(server(index + 1), running[index]))
                .toList();
        return new ForkCourse(members, restarted);
    }

    private static PlannedServer server(int id) {
        return new PlannedServer(id, "zookeeper-" + id, "10.0.0." + id + ":2181");
    }
}
