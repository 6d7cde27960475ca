package io.convoy.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.convoy.PostgresForTests;
import io.convoy.ShiftedClock;
import io.convoy.TestClusters;
import io.convoy.base.Actor;
import io.convoy.base.ClusterName;
import io.convoy.base.Refusal;
import io.convoy.base.RunId;
import io.convoy.hooks.FreezeProgress.Enforced;
import io.convoy.hooks.FreezeProgress.NotEnforced;
import io.convoy.hooks.FreezeProgress.Released;
import io.convoy.hooks.FreezeProgress.WaitingForPermits;
import io.convoy.inventory.Cluster;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class SchemaFreezeTest {

    private static final Actor JOB = new Actor("nightly-load");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Inject
    SchemaFreezes freezes;

    @Inject
    SchemaPermits permits;

    @Inject
    SchemaPermissions permissions;

    @Inject
    FreezeKeeper keeper;

    @Inject
    OriginalStore originals;

    @Inject
    FakeGuard guard;

    @Inject
    FakeOwner owner;

    @Inject
    ShiftedClock clock;

    private final RunId run = RunId.random();
    private Cluster cluster;
    private ClusterName name;

    @BeforeEach
    void threeNodesThatLetDropsPassExceptTheLast() {
        cluster = TestClusters.moving("fake-" + run.value().toString().substring(0, 8));
        name = cluster.name();
        guard.node(name, "10.0.0.1", true);
        guard.node(name, "10.0.0.2", true);
        guard.node(name, "10.0.0.3", false);
    }

    @AfterEach
    void release() {
        clock.reset();
        guard.up("10.0.0.2");
        owner.runs(run);
        freezes.release(cluster, run);
    }

    @Test
    void aFreezeBindsEveryNodeAndItsReleaseGivesEachItsOwnSettingBack() {
        FreezeProgress frozen = freezes.advance(cluster, run, "rebuild of dc_new");

        assertThat(frozen).isInstanceOf(Enforced.class);
        assertThat(guard.dropsPass(name)).isFalse();
        assertThat(permissions.of(name).allowed()).isFalse();
        assertThat(permissions.of(name).reason()).contains("rebuild of dc_new");

        FreezeProgress released = freezes.release(cluster, run);

        assertThat(released).isEqualTo(new Released(List.of()));
        assertThat(guard.setting(name, "10.0.0.1")).isEqualTo("true");
        assertThat(guard.setting(name, "10.0.0.3")).isEqualTo("false");
        assertThat(permissions.of(name)).isEqualTo(SchemaPermission.ALLOWED);
        assertThat(originals.of(name)).isEmpty();
        assertThat(freezes.release(cluster, run)).isEqualTo(new Released(List.of()));
    }

    @Test
    void aFreezeWaitsForOpenPermitsAndBindsOnceTheyAreGivenBackOrExpired() {
        Permit returned = permits.grant(name, MINUTE, "drop staging tables", JOB);
        Permit forgotten = permits.grant(name, MINUTE, "drop more", JOB);

        assertThat(freezes.advance(cluster, run, "rebuild"))
                .isEqualTo(new WaitingForPermits(List.of(returned, forgotten)));
        assertThat(guard.dropsPass(name)).isTrue();

        permits.giveBack(name, returned.id(), JOB);
        permits.giveBack(name, returned.id(), JOB);
        assertThat(freezes.advance(cluster, run, "rebuild")).isEqualTo(new WaitingForPermits(List.of(forgotten)));

        clock.forward(MINUTE.plusSeconds(1));
        assertThat(freezes.advance(cluster, run, "rebuild")).isInstanceOf(Enforced.class);
    }

    @Test
    void noPermitIsGrantedOrRenewedOnceAFreezeIsRequested() {
        Permit permit = permits.grant(name, MINUTE, "drop staging tables", JOB);
        freezes.request(name, run, "rebuild");

        assertThatThrownBy(() -> permits.grant(name, MINUTE, "drop", JOB))
                .isInstanceOfSatisfying(Refusal.class, SchemaFreezeTest::isLocked);
        assertThatThrownBy(() -> permits.renew(name, permit.id(), MINUTE, JOB))
                .isInstanceOfSatisfying(Refusal.class, SchemaFreezeTest::isLocked);
        permits.giveBack(name, permit.id(), JOB);
    }

    private static void isLocked(Refusal refusal) {
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.LOCKED);
        assertThat(refusal.retryAfter()).isPresent();
    }

    @Test
    void anotherRunCannotFreezeWhatIsFrozenNorReleaseIt() {
        freezes.advance(cluster, run, "rebuild");
        RunId other = RunId.random();

        assertThatThrownBy(() -> freezes.request(name, other, "another rebuild"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT));
        freezes.release(cluster, other);

        assertThat(guard.dropsPass(name)).isFalse();
    }

    @Test
    void anEnforcedSettingSeenAfterACrashNeverTakesThePlaceOfTheOriginal() {
        freezes.advance(cluster, run, "rebuild");

        freezes.enforce(cluster, run);
        freezes.release(cluster, run);

        assertThat(guard.setting(name, "10.0.0.1")).isEqualTo("true");
    }

    @Test
    void aFreezeWithAnUnreachableNodeIsNotEnforced() {
        guard.down("10.0.0.2");

        FreezeProgress progress = freezes.advance(cluster, run, "rebuild");

        assertThat(progress).isInstanceOfSatisfying(NotEnforced.class, missing -> assertThat(missing.nodes())
                .extracting(NodeGuard::node)
                .containsExactly("10.0.0.2"));
        assertThat(progress.describe()).contains("10.0.0.2 (not reached: connection refused)");
    }

    @Test
    void aNodeThatRestartsOrJoinsWhileFrozenIsBoundAgainAndGetsItsOwnSettingBack() {
        freezes.advance(cluster, run, "rebuild");
        guard.node(name, "10.0.0.1", true);
        guard.node(name, "10.0.1.1", true);

        keeper.tend(cluster, freezes.find(name).orElseThrow());

        assertThat(guard.dropsPass(name)).isFalse();
        freezes.release(cluster, run);
        assertThat(guard.setting(name, "10.0.1.1")).isEqualTo("true");
    }

    @Test
    void aNodeThatWasCutOffAtTheReleaseGetsItsOwnSettingBackLater() {
        freezes.advance(cluster, run, "rebuild");
        guard.down("10.0.0.2");
        assertThat(freezes.release(cluster, run))
                .isInstanceOfSatisfying(Released.class, released -> assertThat(released.unreachable())
                        .hasSize(1));
        assertThat(originals.clustersLeftOver()).contains(name);

        guard.up("10.0.0.2");
        keeper.settleLeftovers(cluster);

        assertThat(guard.setting(name, "10.0.0.2")).isEqualTo("true");
        assertThat(originals.clustersLeftOver()).doesNotContain(name);
    }

    @Test
    void aFreezeWhoseRunIsGoneIsReleased() {
        freezes.advance(cluster, run, "rebuild");
        owner.forgets(run);

        keeper.tend(cluster, freezes.find(name).orElseThrow());

        assertThat(freezes.find(name)).isEmpty();
        assertThat(guard.setting(name, "10.0.0.1")).isEqualTo("true");
    }

    @Test
    void aPermitLastsBetweenTenSecondsAndAnHour() {
        assertThatThrownBy(() -> permits.grant(name, Duration.ofSeconds(9), "drop", JOB))
                .hasMessageContaining("from PT10S to PT1H, not PT9S");
        assertThatThrownBy(() -> permits.grant(name, Duration.ofHours(2), "drop", JOB))
                .hasMessageContaining("PT1H");
        assertThatThrownBy(() -> permits.grant(name, MINUTE, " ", JOB)).hasMessageContaining("what the permit is for");
    }

    @Test
    void fiftyThreadsAskingWhileAFreezeIsRequestedGetNoPermitAfterIt() throws Exception {
        Queue<Permit> granted = new ConcurrentLinkedQueue<>();
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(51);
        List<Future<?>> jobs = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            jobs.add(threads.submit(() -> askUntilRefused(start, granted)));
        }

        start.countDown();
        while (granted.size() < 20) {
            Thread.onSpinWait();
        }
        freezes.request(name, run, "rebuild");
        List<Permit> open = freezes.openPermits(name);
        Instant acknowledged = clock.instant();
        FreezeProgress early = freezes.enforce(cluster, run);
        for (Future<?> job : jobs) {
            job.get();
        }
        threads.shutdown();

        assertThat(granted).allSatisfy(permit -> assertThat(permit.grantedAt()).isBeforeOrEqualTo(acknowledged));
        assertThat(open).containsExactlyInAnyOrderElementsOf(granted);
        assertThat(early).isInstanceOf(WaitingForPermits.class);
        assertThat(guard.dropsPass(name)).isTrue();
        granted.forEach(permit -> permits.giveBack(name, permit.id(), JOB));
        assertThat(freezes.enforce(cluster, run)).isInstanceOf(Enforced.class);
    }

    private @Nullable Void askUntilRefused(CountDownLatch start, Queue<Permit> granted) throws InterruptedException {
        start.await();
        try {
            while (true) {
                granted.add(permits.grant(name, MINUTE, "drop staging tables", JOB));
            }
        } catch (Refusal refusal) {
            isLocked(refusal);
            return null;
        }
    }
}
