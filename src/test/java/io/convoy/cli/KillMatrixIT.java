package io.convoy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.convoy.base.RunId;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/**
 * Two whole Convoys on one PostgreSQL apart: each is killed with {@code kill -9}, stopped and woken, and the database is killed
 * as well, at every point between and within two durable writes, for each kind of step. What the steps did is counted outside.
 *
 * <p>{@code -Dconvoy.kills=all} kills at the commit of the outcome for every kind, not for one.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(300)
class KillMatrixIT {

    private static final Logger LOG = Logger.getLogger(KillMatrixIT.class);

    private static final Path PLACE = Path.of("target", "kills").toAbsolutePath();
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private static TestPostgres postgres;
    private static KillWorld world;
    private static TestInstance one;
    private static TestInstance other;
    private static KillFaults faults;
    private static KillRuns runs;

    @BeforeAll
    static void startTwoConvoys() throws Exception {
        new DemoPlace(PLACE).forgetServer();
        postgres = new TestPostgres(new DemoPlace(PLACE));
        world = new KillWorld(java.nio.file.Files.createTempDirectory(PLACE, "world"));
        Map<String, String> environment = new HashMap<>(postgres.environment());
        environment.putAll(world.environment());
        environment.put("CONVOY_HOOKS_WEBHOOK_TIMEOUT", "60s");
        one = new TestInstance(PLACE.resolve("one"), environment);
        other = new TestInstance(PLACE.resolve("other"), environment);
        KillFaults.install(postgres);
        faults = new KillFaults(postgres);
        runs = new KillRuns(postgres);
    }

    private static void connect() throws SQLException {
        faults = new KillFaults(postgres);
        runs = new KillRuns(postgres);
    }

    @AfterAll
    static void endEverything() throws SQLException, IOException {
        one.close();
        other.close();
        faults.close();
        runs.close();
        world.close();
        postgres.close();
    }

    @Test
    @Order(1)
    void whereverAConvoyIsKilledEachEffectHappensOnce() throws Exception {
        List<KillCell> cells = cells(
                KillPoint.IN_CLAIM, KillPoint.AT_COMMIT_OF_CLAIM, KillPoint.AFTER_EFFECT, KillPoint.IN_SETTLEMENT);
        // One of them hangs with the audit's head in its hands, so it comes last.
        Comparator<KillCell> order = Comparator.comparing(
                cell -> cell.kind() == KillKind.WEBHOOK && cell.point() == KillPoint.AT_COMMIT_OF_CLAIM);
        cells.sort(order);
        hang(cells.subList(0, cells.size() - 1));
        hang(cells.subList(cells.size() - 1, cells.size()));
        List<KillCell> ofOne = runs.heldBy(one, cells);
        List<KillCell> ofOther = runs.heldBy(other, cells);
        assertThat(ofOne.size() + ofOther.size()).isEqualTo(cells.size());

        CompletableFuture<Void> oneIsBack = kill(one);
        letGo(ofOne);
        long killed = System.nanoTime();
        awaitThat("taken over", () -> runs.heldBy(other, ofOne).size() + ended(ofOne) > 0);
        LOG.infof("The first run went on elsewhere %d ms after kill -9", (System.nanoTime() - killed) / 1_000_000);
        CompletableFuture<Void> otherIsBack = kill(other);
        letGo(ofOther);

        oneIsBack.join();
        otherIsBack.join();
        awaitEnd(cells.stream().map(KillCell::run).toList());
        for (KillCell cell : cells) {
            happenedOnce(cell);
        }
    }

    @Test
    @Order(2)
    void aConvoyThatWasStoppedBeyondItsLeaseWritesNothingWhenItWakes() throws Exception {
        KillCell cell = new KillCell(RunId.random(), KillKind.WEBHOOK, KillPoint.AFTER_EFFECT);
        hang(List.of(cell));
        TestInstance asleep = holder(cell);
        TestInstance awake = asleep == one ? other : one;

        asleep.stop();
        awaitThat("taken over", () -> !runs.heldBy(awake, List.of(cell)).isEmpty());
        letGo(List.of(cell));
        awaitEnd(List.of(cell.run()));
        asleep.wake();

        awaitThat("refused", () -> asleep.log().contains(cell.run() + " has moved on since epoch"));
        happenedOnce(cell);
    }

    @Test
    @Order(3)
    void aDatabaseThatIsKilledAtItsCommitsLosesNothingAndDoublesNothing() throws Exception {
        Talkers talkers = Talkers.start(30, one.client(), runs, world);
        awaitThat("under way", talkers::areUnderWay);

        postgres.kill();
        postgres.startAgain();
        connect();

        awaitThat("all ended", () -> talkers.haveEnded(runs));
        talkers.eachStepHappenedOnce(runs);
    }

    @Test
    @Order(4)
    void aConvoyThatIsKilledAtTheCommitOfAnOutcomeIsFollowedByOneThatGoesOnFromThere() throws Exception {
        List<KillKind> kinds = "all".equals(System.getProperty("convoy.kills"))
                ? Arrays.asList(KillKind.values())
                : List.of(KillKind.PROVISION);
        for (KillKind kind : kinds) {
            KillCell cell = new KillCell(RunId.random(), kind, KillPoint.AT_COMMIT_OF_SETTLEMENT);
            hang(List.of(cell));

            CompletableFuture<Void> isBack = kill(holder(cell));
            letGo(List.of(cell));

            awaitEnd(List.of(cell.run()));
            happenedOnce(cell);
            isBack.join();
        }
    }

    @Test
    @Order(5)
    void theAuditIsWhole() {
        assertThat(other.client().get("/audit/verification").path("intact").asBoolean())
                .isTrue();
    }

    private static List<KillCell> cells(KillPoint... points) {
        List<KillCell> cells = new ArrayList<>();
        for (KillKind kind : KillKind.values()) {
            Stream.of(points)
                    .filter(point -> point != KillPoint.AFTER_EFFECT || kind.acts())
                    .forEach(point -> cells.add(new KillCell(RunId.random(), kind, point)));
        }
        return cells;
    }

    /** Starts the runs and returns when each hangs where it shall. */
    private static void hang(List<KillCell> cells) throws Exception {
        for (KillCell cell : cells) {
            if (cell.point() == KillPoint.AFTER_EFFECT) {
                world.hold(cell);
            } else {
                faults.arm(cell);
            }
        }
        runs.start(one.client(), cells);
        for (KillCell cell : cells) {
            awaitThat(cell.toString(), () -> hangs(cell));
        }
    }

    private static boolean hangs(KillCell cell) throws SQLException, IOException {
        return cell.point() == KillPoint.AFTER_EFFECT ? world.hasHappened(cell) : faults.isWaiting(cell);
    }

    private static void letGo(List<KillCell> cells) throws SQLException, IOException {
        for (KillCell cell : cells) {
            if (cell.point() == KillPoint.AFTER_EFFECT) {
                world.letGo(cell);
            } else {
                faults.letGo(cell);
            }
        }
    }

    /** It comes back by itself. */
    private static CompletableFuture<Void> kill(TestInstance instance) {
        instance.kill();
        return CompletableFuture.runAsync(instance::startAgain);
    }

    private static TestInstance holder(KillCell cell) throws SQLException {
        return runs.heldBy(one, List.of(cell)).isEmpty() ? other : one;
    }

    private static long ended(List<KillCell> cells) throws SQLException {
        return runs.states(cells.stream().map(KillCell::run).toList()).stream()
                .filter(KillMatrixIT::isFinal)
                .count();
    }

    private static void awaitEnd(List<RunId> started) {
        awaitThat("all ended", () -> runs.states(started).stream().allMatch(KillMatrixIT::isFinal));
    }

    private static boolean isFinal(String state) {
        return state.equals("SUCCEEDED") || state.equals("ROLLED_BACK");
    }

    private static void happenedOnce(KillCell cell) throws SQLException, IOException {
        String done = KillCell.STEP + " " + cell.direction() + " 1 DONE";
        assertThat(runs.attempts(cell.run()))
                .as("%s", cell)
                .containsOnlyOnce(done)
                .allMatch(text -> text.endsWith(" 1 DONE"));
        assertThat(runs.audited(cell.run()))
                .as("%s", cell)
                .doesNotHaveDuplicates()
                .contains(KillCell.STEP);
        if (cell.kind().calls()) {
            assertThat(world.deliveries().get(cell.webhookId(KillCell.STEP)))
                    .as("deliveries of one id, %s", cell)
                    .isBetween(1, isUnknown(cell.point()) ? 3 : 1);
        } else if (cell.kind().acts()) {
            assertThat(world.effects().stream().filter(effect -> effect.endsWith(" " + cell.node())))
                    .as("%s", cell)
                    .hasSize(1);
        }
    }

    /** Where nobody can know whether the webhook heard the first call, it hears it again, under the same id. */
    private static boolean isUnknown(KillPoint point) {
        return point == KillPoint.AFTER_EFFECT || point == KillPoint.IN_SETTLEMENT;
    }

    private static void awaitThat(String what, Callable<Boolean> condition) {
        await(what)
                .atMost(LONGEST)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(condition);
    }
}
