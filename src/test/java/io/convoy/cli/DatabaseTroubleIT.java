package io.convoy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.convoy.base.RunId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/** A whole Convoy on a PostgreSQL with a synchronous standby: the first is killed for good, then the other one's disk is full. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(300)
class DatabaseTroubleIT {

    private static final Logger LOG = Logger.getLogger(DatabaseTroubleIT.class);

    private static final String STANDSTILL = "Runs stand still";
    private static final Path PLACE = Path.of("target", "database-trouble").toAbsolutePath();

    private static TestPostgres primary;
    private static TestStandby standby;
    private static KillWorld world;
    private static TestInstance convoy;
    private static KillRuns runs;

    @BeforeAll
    static void startConvoyOnAPair() throws Exception {
        DemoPlace place = new DemoPlace(PLACE);
        place.forgetServer();
        primary = new TestPostgres(place);
        standby = new TestStandby(primary, place.home().directory().resolve("standby"));
        world = new KillWorld(Files.createTempDirectory(PLACE, "world"));
        Map<String, String> environment = new HashMap<>(standby.environmentOfBoth());
        environment.putAll(world.environment());
        convoy = new TestInstance(PLACE.resolve("convoy"), environment);
        runs = new KillRuns(primary);
    }

    @AfterAll
    static void endEverything() throws Exception {
        convoy.close();
        runs.close();
        world.close();
        standby.close();
        primary.close();
    }

    @Test
    @Order(1)
    void aPrimaryThatIsKilledIsFollowedByItsStandbyAndNothingIsLostOrDoubled() throws Exception {
        Talkers talkers = Talkers.start(30, convoy.client(), runs, world);
        awaitThat("under way", talkers::areUnderWay);
        int logged = convoy.log().length();

        long killed = System.nanoTime();
        primary.process().destroyForcibly();
        standby.promote();
        long promoted = System.nanoTime();
        runs = new KillRuns(standby.connect());
        Set<String> before = talkers.delivered();
        awaitThat("it goes on", () -> talkers.delivered().size() > before.size() || talkers.haveEnded(runs));
        LOG.infof(
                "Promoted %d ms after kill -9 of the primary; the first step went on %d ms after that",
                (promoted - killed) / 1_000_000, (System.nanoTime() - promoted) / 1_000_000);

        awaitThat("all ended", () -> talkers.haveEnded(runs));
        talkers.eachStepHappenedOnce(runs);
        theAuditIsWhole();
        itIsToldAndNotForEachRun(told(logged));
    }

    @Test
    @Order(2)
    void aFullDiskHoldsRunsUpUntilThereIsRoomAgain() throws Exception {
        KillCell cell = new KillCell(RunId.random(), KillKind.WEBHOOK, KillPoint.AFTER_EFFECT);
        world.hold(cell);
        runs.start(convoy.client(), List.of(cell));
        awaitThat("called", () -> world.hasHappened(cell));
        String webhook = cell.webhookId(KillCell.STEP);
        try (FullDisk disk = new FullDisk(standby)) {
            Talkers talkers = Talkers.start(15, convoy.client(), runs, world);
            awaitThat("under way", talkers::areUnderWay);
            int logged = convoy.log().length();

            disk.fill();
            world.letGo(cell);
            awaitThat("not ready", () -> !convoy.client().isReady());
            assertThatThrownBy(() -> convoy.client().put("/holds/program", Map.of("reason", "Nobody can note it.")))
                    .isInstanceOfSatisfying(ApiRefusal.class, refusal -> assertThat(refusal.status())
                            .isEqualTo(503));
            // What it did could not be noted, so it is done again, under the same id.
            awaitThat("asked again", () -> world.deliveries().getOrDefault(webhook, 0) > 1);
            Set<String> before = talkers.delivered();
            awaitThat("asked once more", () -> world.deliveries().getOrDefault(webhook, 0) > 2);

            assertThat(talkers.delivered()).isEqualTo(before);
            assertThat(runs.states(talkers.runs())).isSubsetOf("PENDING", "RUNNING", "WAITING");
            assertThat(told(logged))
                    .as("log while the disk was full")
                    .anyMatch(line -> line.contains(STANDSTILL) && line.contains("could not extend file"))
                    .hasSizeLessThan(20);

            disk.makeRoom();
            awaitThat("all ended", () -> talkers.haveEnded(runs));
            talkers.eachStepHappenedOnce(runs);
            awaitThat("ended", () -> runs.states(List.of(cell.run())).contains("SUCCEEDED"));
        }
        assertThat(runs.attempts(cell.run())).containsExactlyInAnyOrder("cell FORWARD 1 DONE", "last FORWARD 1 DONE");
        awaitThat("ready again", () -> convoy.client().isReady());
        theAuditIsWhole();
    }

    @Test
    @Order(3)
    void aServerThatDiesOfAFullDiskIsWaitedFor() throws Exception {
        try (FullDisk disk = new FullDisk(standby)) {
            Talkers talkers = Talkers.start(15, convoy.client(), runs, world);
            awaitThat("under way", talkers::areUnderWay);
            int logged = convoy.log().length();

            disk.fillWithLog();
            awaitThat("told", () -> told(logged).stream().anyMatch(line -> line.contains(STANDSTILL)));
            disk.makeRoom();
            standby.restart();
            runs = new KillRuns(standby.connect());

            awaitThat("all ended", () -> talkers.haveEnded(runs));
            talkers.eachStepHappenedOnce(runs);
            itIsToldAndNotForEachRun(told(logged));
        }
        theAuditIsWhole();
    }

    /** Once more where it went away again, or has lasted for a minute. */
    private static void itIsToldAndNotForEachRun(List<String> log) {
        assertThat(log).filteredOn(line -> line.contains(STANDSTILL)).hasSizeBetween(1, 3);
        // Quartz and the pool have something to say as well, but not for every run.
        assertThat(log).hasSizeLessThan(200);
    }

    /** What the log has told since then, but for what was done. */
    private static List<String> told(int since) {
        return convoy.log()
                .substring(since)
                .lines()
                .filter(line -> !line.contains(" done: "))
                .toList();
    }

    private static void theAuditIsWhole() {
        assertThat(convoy.client().get("/audit/verification").path("intact").asBoolean())
                .isTrue();
    }

    private static void awaitThat(String what, Callable<Boolean> condition) {
        await(what)
                .atMost(Duration.ofSeconds(60))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(condition);
    }
}
