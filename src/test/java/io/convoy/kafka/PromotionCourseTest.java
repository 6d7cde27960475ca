package io.convoy.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.convoy.kafka.PromotionCourse.Member;
import io.convoy.kafka.PromotionCourse.Next;
import io.convoy.kafka.ServerState.Condition;
import io.convoy.plan.PlannedServer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromotionCourseTest {

    private static final EnsembleConfig OLD = config(4, 1, 2, 3);
    private static final EnsembleConfig BOTH = config(7, 1, 2, 3, 4, 5, 6);

    @Test
    void aServerGetsItsVoteWhileThoseThatVoteThenAreUp() {
        EnsembleConfig now = config(5, 1, 2, 3, 4);

        assertThat(next(follow(now), follow(now, 2)))
                .isEqualTo(new Next.Change(5, Optional.of("server.5=10.0.0.5:2:3:participant;4"), Optional.empty()));
    }

    @Test
    void nothingFollowsBeforeEveryServerHasTakenOverWhatWasBefore() {
        List<Member> old = List.of(
                member(1, Condition.LEADER, BOTH),
                member(2, Condition.FOLLOWER, config(6, 1, 2, 3, 4, 5)),
                member(3, Condition.FOLLOWER, BOTH));

        assertThat(new PromotionCourse(follow(BOTH), lines(), old).next())
                .isInstanceOfSatisfying(Next.Wait.class, wait -> assertThat(wait.reason())
                        .contains("10.0.0.2:2181 has yet to take over")
                        .contains("reconfigEnabled"));
    }

    @Test
    void aNewServerThatIsDownHoldsEverythingUp() {
        List<Member> coming = List.of(
                member(4, Condition.FOLLOWER, BOTH),
                member(5, Condition.SILENT, config(-1)),
                member(6, Condition.FOLLOWER, BOTH));

        assertThat(next(coming, follow(BOTH, 1)))
                .isInstanceOfSatisfying(
                        Next.Wait.class, wait -> assertThat(wait.reason()).contains("10.0.0.5:2181"));
    }

    @Test
    void oldServersGoThatAreDownFirstAndTheLeaderLast() {
        List<Member> old = List.of(
                member(1, Condition.LEADER, BOTH),
                member(2, Condition.FOLLOWER, BOTH),
                member(3, Condition.SILENT, config(-1)));

        assertThat(next(follow(BOTH), old)).isEqualTo(leaves(7, 3));
        assertThat(next(follow(BOTH), follow(BOTH, 1))).isEqualTo(leaves(7, 2));
        EnsembleConfig last = config(9, 1, 4, 5, 6);
        assertThat(next(follow(last), follow(last, 1))).isEqualTo(leaves(9, 1));
    }

    @Test
    void noVoteChangesWhereTooFewOfThoseWhoVoteThenAreUp() {
        EnsembleConfig now = config(5, 1, 2, 3);
        List<Member> old = List.of(
                member(1, Condition.LEADER, now),
                member(2, Condition.SILENT, config(-1)),
                member(3, Condition.SILENT, config(-1)));

        assertThat(next(follow(now), old))
                .isInstanceOfSatisfying(Next.Refuse.class, refuse -> assertThat(refuse.reason())
                        .contains("[1, 2, 3, 4]")
                        .contains("2 are up"));
    }

    @Test
    void itIsDoneWhenNoOldServerIsLeftThoughTheseStillFollow() {
        EnsembleConfig now = config(9, 4, 5, 6);
        List<Member> coming = List.of(
                member(4, Condition.FOLLOWER, now),
                member(5, Condition.LEADER, now),
                member(6, Condition.FOLLOWER, now));

        assertThat(new PromotionCourse(coming, lines(), follow(config(8, 1, 4, 5, 6), 0)).next())
                .isEqualTo(new Next.Promoted());
    }

    @Test
    void strangersAndALeaderThatDoesNotSayItsConfigurationAreRefused() {
        EnsembleConfig withStranger = config(3, 1, 2, 3, 9);

        assertThat(next(follow(withStranger), follow(withStranger, 1)))
                .isInstanceOfSatisfying(
                        Next.Refuse.class, refuse -> assertThat(refuse.reason()).contains("[9]"));
        assertThat(next(follow(OLD), follow(config(-1), 1)))
                .isInstanceOfSatisfying(
                        Next.Refuse.class, refuse -> assertThat(refuse.reason()).contains("4lw.commands.whitelist"));
    }

    @Test
    void whileNobodyLeadsItWaits() {
        assertThat(next(follow(OLD), follow(OLD, 0))).isInstanceOf(Next.Wait.class);
    }

    /** A world in which reconfigurations are taken over late, are asked for twice, and in which their answers get lost. */
    @ParameterizedTest
    @CsvSource({"1,1", "1,3", "3,3", "3,5", "5,3"})
    void everyVoteChangesOnceAndMostOfThoseWhoVoteAreAlwaysUp(int old, int fresh) {
        for (long seed = 0; seed < 500; seed++) {
            World world = new World(old, fresh, new Random(seed));
            world.run();
            assertThat(world.config.voters())
                    .as("seed %d", seed)
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(old + 1, old + fresh).boxed().toList());
            assertThat(world.changes).as("seed %d", seed).isEqualTo(old + fresh);
        }
    }

    private static final class World {
        private final Random random;
        private final Map<Integer, EnsembleConfig> taken = new TreeMap<>();
        private final Set<Integer> down = new TreeSet<>();
        private final int old;
        private EnsembleConfig config;
        private int leader;
        private int changes;

        World(int old, int fresh, Random random) {
            this.random = random;
            this.old = old;
            this.config = config(0, IntStream.rangeClosed(1, old).toArray());
            this.leader = 1 + random.nextInt(old);
            IntStream.rangeClosed(1, old + fresh).forEach(id -> taken.put(id, config));
        }

        void run() {
            for (int step = 0; step < 10_000; step++) {
                turn();
                Next next = new PromotionCourse(members(old, taken.size()), lines(), members(0, old)).next();
                if (next instanceof Next.Promoted) {
                    return;
                }
                if (next instanceof Next.Change change) {
                    carryOut(change);
                    // The answer was lost, and somebody else had looked at the same time.
                    carryOut(change);
                }
            }
            throw new AssertionError("It did not end: " + config);
        }

        /** One server dies for a while, or one takes over what has been decided. */
        private void turn() {
            if (random.nextInt(5) == 0 && old > 1) {
                down.clear();
                down.add(1 + random.nextInt(taken.size()));
            } else if (random.nextBoolean()) {
                down.clear();
            }
            IntStream.rangeClosed(1, taken.size())
                    .filter(id -> !down.contains(id) && random.nextBoolean())
                    .forEach(id -> taken.put(id, config));
            if (down.contains(leader) || !config.voters().contains(leader)) {
                List<Integer> up = config.voters().stream()
                        .filter(id -> !down.contains(id))
                        .toList();
                leader = up.get(random.nextInt(up.size()));
            }
            // Who leads, leads by the last one.
            taken.put(leader, config);
        }

        private void carryOut(Next.Change change) {
            if (change.version() != config.version()) {
                return;
            }
            TreeSet<Integer> voters = new TreeSet<>(config.voters());
            change.joining().ifPresent(line -> voters.add(Integer.valueOf(line.split("[.=]", -1)[1])));
            change.leaving().ifPresent(voters::remove);
            assertThat(change.leaving().filter(id -> id == leader).isPresent()
                            && voters.stream().anyMatch(id -> id <= old))
                    .as("the leader goes last")
                    .isFalse();
            config = config(
                    config.version() + 1, voters.stream().mapToInt(id -> id).toArray());
            assertThat(2 * voters.stream().filter(id -> !down.contains(id)).count())
                    .isGreaterThan(voters.size());
            changes++;
        }

        private List<Member> members(int after, int to) {
            return IntStream.rangeClosed(after + 1, to)
                    .mapToObj(id ->
                            member(id, condition(id), down.contains(id) ? config(-1) : taken.getOrDefault(id, config)))
                    .toList();
        }

        private Condition condition(int id) {
            if (down.contains(id)) {
                return Condition.SILENT;
            }
            return id == leader ? Condition.LEADER : Condition.FOLLOWER;
        }
    }

    private static Next leaves(long version, int id) {
        return new Next.Change(version, Optional.empty(), Optional.of(id));
    }

    private static Next next(List<Member> coming, List<Member> old) {
        return new PromotionCourse(coming, lines(), old).next();
    }

    /** The new servers. */
    private static List<Member> follow(EnsembleConfig config) {
        return IntStream.rangeClosed(4, 6)
                .mapToObj(id -> member(id, Condition.FOLLOWER, config))
                .toList();
    }

    /** The old servers, one of which leads. */
    private static List<Member> follow(EnsembleConfig config, int leader) {
        return IntStream.rangeClosed(1, 3)
                .mapToObj(id -> member(id, id == leader ? Condition.LEADER : Condition.FOLLOWER, config))
                .toList();
    }

    private static Member member(int id, Condition condition, EnsembleConfig config) {
        return new Member(new PlannedServer(id, "zookeeper-" + id, "10.0.0." + id + ":2181"), condition, config);
    }

    private static Map<String, String> lines() {
        return IntStream.rangeClosed(1, 10)
                .boxed()
                .collect(Collectors.toMap(id -> "server." + id, PromotionCourseTest::value));
    }

    /** Of no version and of nobody where the version is negative: what a server says that is down. */
    private static EnsembleConfig config(long version, int... voters) {
        String lines = IntStream.of(voters)
                .mapToObj(id -> "server." + id + "=" + value(id) + "\n")
                .collect(Collectors.joining());
        return EnsembleConfig.parse(version < 0 ? "" : lines + "version=" + Long.toHexString(version));
    }

    private static String value(int id) {
        return "10.0.0." + id + ":2:3:participant;4";
    }
}
