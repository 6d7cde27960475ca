package io.convoy.history;

import static io.convoy.history.Story.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HistoryCheckTest {

    private static final String TWO_WAVES =
            "{'limits':{'clusters':9},'waves':[{'name':'pilot','clusters':['a','b'],'soak':'PT2H'},"
                    + "{'name':'rest','select':'name=*','after':['pilot']}]}";
    private static final String PILOTS =
            "{'limits':{'clusters':9},'waves':[{'name':'pilot','clusters':['a','b','c'],'pilots':1,'clusterSoak':'PT1H'}]}";
    private static final String OFFICE_HOURS =
            "{'limits':{'clusters':9},'waves':[{'name':'pilot','select':'name=*'}],'windows':[{'name':'office',"
                    + "'timeZone':'Europe/Berlin','days':['MONDAY'],'from':'09:00','to':'17:00'}]}";
    private static final String NIGHTLY =
            "{'limits':{'clusters':9},'waves':[{'name':'pilot','select':'name=*'}],'windows':[{'name':'night',"
                    + "'select':'region=aws/*','cron':'0 22 * * *','lasts':'PT6H'}]}";
    private static final String FROZEN = "{'limits':{'clusters':9},'waves':[{'name':'pilot','select':'name=*'}],"
            + "'freezes':[{'name':'easter','from':'2026-03-03','to':'2026-03-04'}]}";
    private static final String AFTER = "{'limits':{'clusters':9},'waves':[{'name':'pilot','select':'name=*'}],"
            + "'dependencies':[{'clusters':'name=b','after':'name=a','sharing':'region'}]}";

    private static final Map<String, ?> SLOW = Map.of("interruptible", false, "expected", 3600);
    /** Reckoned with less than its plan expects. */
    private static final Map<String, ?> HASTY = Map.of("interruptible", false, "expected", 3600, "longest", 60);

    private static final Map<String, ?> LEARNED = Map.of("interruptible", false, "expected", 3600, "longest", 4000);
    private static final Map<String, ?> BACK = Map.of("direction", "BACK");
    private static final Map<String, ?> PASSES = Map.of("passesReturn", true);

    @Test
    void aHistoryThatKeepsEveryPromiseIsClean() {
        Story story = Story.of(TWO_WAVES, "a", "b", "c")
                .say("wave.started", "rest", Map.of())
                .start("a")
                .begin("a", "one")
                .end("step.failed", "a", "one")
                .begin("a", "one", Map.of("attempt", 2))
                .say("schema-freeze.requested", "cluster:a", Map.of("run", run("a")))
                .say("hold.set", "cluster:a", Map.of("reason", "look", "until", ""))
                .end("step.done", "a", "one")
                .say("hold.removed", "cluster:a", Map.of())
                .begin("a", "two", PASSES)
                .say("schema-freeze.released", "cluster:a", Map.of("run", run("a")))
                .end("step.done.last", "a", "two")
                .start("b")
                .begin("b", "one")
                .end("step.gave-up", "b", "one")
                .say("run.rolling_back", "b", Map.of("run", run("b")))
                .begin("b", "one", BACK)
                .end("step.undone.last", "b", "one")
                .later(Duration.ofHours(3))
                .start("c", "rest", Map.of());

        HistoryReport report = story.check();

        assertThat(report.violations()).isEmpty();
        assertThat(report.clean()).isTrue();
        assertThat(List.of(report.starts(), report.steps(), report.leases())).containsExactly(3L, 5L, 1L);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("planted")
    void aPlantedViolationIsFound(String rule, String words, Story story) {
        HistoryReport report = story.check();

        assertThat(report.violations()).extracting(Violation::rule).containsOnly(rule);
        assertThat(report.violations()).extracting(Violation::sentence).anyMatch(said -> said.contains(words));
    }

    /** The same stories with what makes them right. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("kept")
    void whatIsAllowedIsNoViolation(String why, Story story) {
        assertThat(story.check().violations()).isEmpty();
    }

    static Stream<Arguments> planted() {
        return Stream.of(
                planted("approval", "no plan of it was approved", Story.ofAny().start("a")),
                planted(
                        "approval",
                        "approval was withdrawn by entry 4",
                        Story.ofAny("a")
                                .say("plan.approval-withdrawn", "cluster:a", Map.of("digest", "plan-of-a"))
                                .start("a")),
                planted(
                        "approval",
                        "the plan that is approved is other",
                        Story.ofAny()
                                .say("plan.approved", "cluster:a", Map.of("digest", "other"))
                                .start("a")),
                planted(
                        "approval",
                        "created for plan",
                        Story.ofAny("a").create("a").admit("a", "pilot", Map.of("plan", "x"))),
                planted(
                        "again",
                        "has moved by entry 7",
                        Story.ofAny("a").move("a").start("a")),
                planted(
                        "again",
                        "is skipped since entry 4",
                        Story.ofAny("a")
                                .say("cluster.skipped", "a", Map.of("reason", "no"))
                                .start("a")),
                planted(
                        "hold",
                        "starts under the hold on program that was set by entry 4",
                        Story.ofAny("a")
                                .say("hold.set", "program", Map.of("reason", "x", "until", ""))
                                .start("a")),
                planted(
                        "hold",
                        "begins step one under the hold on region:aws/eu",
                        Story.ofAny("a")
                                .start("a")
                                .say(
                                        "hold.set",
                                        "region:aws/eu",
                                        Map.of("reason", "x", "until", "2026-03-02T09:00:00Z"))
                                .begin("a", "one")),
                planted(
                        "hold",
                        "wave:pilot",
                        Story.ofAny("a")
                                .start("a")
                                .say("hold.set", "wave:pilot", Map.of("reason", "x", "until", ""))
                                .begin("a", "one", BACK)),
                planted(
                        "wave",
                        "which nobody has started",
                        new Story()
                                .program("{'waves':[{'name':'pilot','clusters':['a']}]}")
                                .approve("a")
                                .start("a")),
                planted(
                        "wave",
                        "stood since entry 4",
                        Story.ofAny("a").say("wave.paused", "pilot", Map.of()).start("a")),
                planted(
                        "wave",
                        "is in wave pilot",
                        Story.ofAny("a").say("wave.started", "x", Map.of()).start("a", "x", Map.of())),
                planted(
                        "wave",
                        "which begins 2026-04-01",
                        Story.of(
                                        "{'waves':[{'name':'pilot','clusters':['a'],'notBefore':'2026-04-01T00:00:00Z'}]}",
                                        "a")
                                .start("a")),
                planted(
                        "wave-order",
                        "b of wave pilot, which comes first, has not ended",
                        twoWaves().move("a").later(Duration.ofHours(3)).start("c", "rest", Map.of())),
                planted(
                        "wave-order",
                        "wave pilot soaks until",
                        twoWaves()
                                .move("a")
                                .move("b")
                                .later(Duration.ofHours(1))
                                .start("c", "rest", Map.of())),
                planted(
                        "pilots",
                        "a, a pilot of wave pilot, has not ended",
                        Story.of(PILOTS, "a", "b").start("b")),
                planted(
                        "pilots",
                        "soaks until",
                        Story.of(PILOTS, "a", "b").move("a").start("b")),
                planted(
                        "dependency",
                        "starts before a",
                        Story.of(AFTER, "a", "b").start("a").start("b")),
                planted(
                        "dependency",
                        "b, which comes after it",
                        Story.of(AFTER, "a", "b").start("b").start("a")),
                planted(
                        "window",
                        "outside its windows",
                        Story.of(OFFICE_HOURS, "a").at("2026-03-02T07:59:00Z").start("a")),
                planted(
                        "window",
                        "begins step one, which may take PT2H, until after its window, which ends 2026-03-02T16:00",
                        Story.of(OFFICE_HOURS, "a")
                                .start("a")
                                .at("2026-03-02T14:30:00Z")
                                .begin("a", "one", SLOW)),
                planted(
                        "window",
                        "begins step one, which may take PT1H, until after its window",
                        Story.of(OFFICE_HOURS, "a")
                                .start("a")
                                .at("2026-03-02T15:01:00Z")
                                .begin("a", "one", HASTY)),
                planted(
                        "window",
                        "outside its windows",
                        Story.of(NIGHTLY, "a").at("2026-03-03T04:00:00Z").start("a")),
                planted(
                        "window",
                        "in freeze easter",
                        Story.of(FROZEN, "a").at("2026-03-04T23:59:00Z").start("a")),
                planted(
                        "window",
                        "in freeze easter",
                        Story.of(FROZEN, "a")
                                .at("2026-03-02T22:30:00Z")
                                .start("a")
                                .begin("a", "one", SLOW)),
                planted(
                        "limit",
                        "limit of 1 clusters at once in fleet: 1 were taken, it takes 1 more (there move or soak a)",
                        Story.of("{'waves':[{'name':'pilot','select':'name=*'}]}", "a", "b")
                                .start("a")
                                .start("b")),
                planted(
                        "limit",
                        "limit of 5 nodes at once in region aws/eu: 3 were taken, it takes 3 more",
                        limited("{'by':'region','nodes':5}").start("a").start("b")),
                planted(
                        "limit",
                        "limit of 100MiB/s at once in region aws/eu",
                        limited("{'by':'region','only':'aws/eu','bytesPerSecond':'100MiB'}")
                                .start("a")
                                .start("b")),
                planted(
                        "limit",
                        "limit of 2 clusters",
                        Story.of(
                                        "{'limits':{'onCall':{'people':1,'clustersEach':2}},'waves':[{'name':'pilot','select':'name=*'}]}",
                                        "a",
                                        "b",
                                        "c")
                                .start("a")
                                .start("b")
                                .start("c")),
                planted(
                        "limit",
                        "move or soak a",
                        Story.of("{'waves':[{'name':'pilot','select':'name=*','clusterSoak':'PT1H'}]}", "a", "b")
                                .move("a")
                                .start("b")),
                planted(
                        "limit",
                        "limit of 2 clusters",
                        Story.ofAny("a", "b", "c")
                                .start("a")
                                .start("b")
                                .program("{'limits':{'clusters':2},'waves':[{'name':'pilot','select':'name=*'}]}")
                                .start("c")),
                planted(
                        "past-return",
                        "limit of 1 clusters past the point of no return at once in fleet",
                        limited("{'by':'fleet','pastReturn':1}")
                                .start("a")
                                .start("b")
                                .begin("a", "point", PASSES)
                                .begin("b", "point", PASSES)),
                planted(
                        "one-run",
                        "while run run-of-a has not ended",
                        Story.ofAny("a")
                                .start("a")
                                .say("run.created", "a", Map.of("run", "x", "planDigest", "plan-of-a"))),
                planted(
                        "admitted",
                        "was never admitted",
                        Story.ofAny("a").create("a").begin("a", "one")),
                planted(
                        "admitted",
                        "which ended by entry 7",
                        Story.ofAny("a").move("a").begin("a", "one")),
                planted(
                        "standing",
                        "stands still (run.paused, entry 6",
                        Story.ofAny("a")
                                .start("a")
                                .say("run.paused", "a", Map.of("run", run("a")))
                                .begin("a", "one")),
                planted(
                        "standing",
                        "step.gave-up",
                        Story.ofAny("a")
                                .start("a")
                                .begin("a", "one")
                                .end("step.gave-up", "a", "one")
                                .begin("a", "one", Map.of("attempt", 2))),
                planted(
                        "once",
                        "is begun a second time",
                        Story.ofAny("a").start("a").begin("a", "one").begin("a", "one")),
                planted(
                        "once",
                        "is begun, and the one before is number 0",
                        Story.ofAny("a").start("a").begin("a", "one", Map.of("attempt", 2))),
                planted(
                        "once",
                        "before attempt 1 has ended",
                        Story.ofAny("a").start("a").begin("a", "one").begin("a", "one", Map.of("attempt", 2))),
                planted(
                        "once",
                        "although the step was done by entry 7",
                        Story.ofAny("a")
                                .start("a")
                                .begin("a", "one")
                                .end("step.done", "a", "one")
                                .begin("a", "one", Map.of("attempt", 2))),
                planted(
                        "once",
                        "before step one has ended",
                        Story.ofAny("a").start("a").begin("a", "one").begin("a", "two")),
                planted(
                        "once",
                        "its run has turned back by entry 6",
                        Story.ofAny("a")
                                .start("a")
                                .say("run.rolling_back", "a", Map.of("run", run("a")))
                                .begin("a", "one")),
                planted(
                        "once",
                        "step.done of step one, of which no attempt is under way",
                        Story.ofAny("a")
                                .start("a")
                                .begin("a", "one")
                                .end("step.done", "a", "one")
                                .end("step.done", "a", "one")),
                planted(
                        "once",
                        "which is not under way",
                        Story.ofAny("a").move("a").end("step.done", "a", "one")),
                planted(
                        "schema-freeze",
                        "schema-permit.granted under the schema freeze that stands since entry 6",
                        frozenSchema()
                                .say("schema-permit.granted", "cluster:a", permit("2026-03-02T08:30:00Z"))
                                .say("schema-freeze.released", "cluster:a", Map.of("run", run("a")))),
                planted(
                        "schema-freeze",
                        "while permit p is open",
                        Story.ofAny("a")
                                .start("a")
                                .say("schema-permit.granted", "cluster:a", permit("2026-03-02T08:30:00Z"))
                                .say("schema-freeze.requested", "cluster:a", Map.of("run", run("a")))
                                .say("schema-freeze.enforced", "cluster:a", Map.of("run", run("a")))),
                planted(
                        "lease",
                        "the schema freeze of run run-of-a, taken by entry 6",
                        frozenSchema().begin("a", "one").end("step.done.last", "a", "one")),
                planted(
                        "lease",
                        "the throttle of run run-of-a",
                        Story.ofAny("a")
                                .start("a")
                                .say("throttle.set", "cluster:a", Map.of("run", run("a")))
                                .begin("a", "one")
                                .end("step.done.last", "a", "one")),
                planted(
                        "lease",
                        "run x takes the schema freeze that run run-of-a holds",
                        frozenSchema().say("schema-freeze.requested", "cluster:a", Map.of("run", "x"))),
                planted("form", "program.changed cannot be read", Story.ofAny().program("{nothing")));
    }

    static Stream<Arguments> kept() {
        return Stream.of(
                kept(
                        "approved again after it has moved",
                        Story.ofAny("a").move("a").approve("a").start("a")),
                kept(
                        "skipped and taken up again",
                        Story.ofAny("a")
                                .say("cluster.skipped", "a", Map.of("reason", "no"))
                                .say("cluster.retried", "a", Map.of())
                                .start("a")),
                kept(
                        "a hold that has expired, and one on another region",
                        Story.ofAny("a")
                                .say("hold.set", "program", Map.of("reason", "x", "until", "2026-03-02T08:01:00Z"))
                                .say("hold.set", "region:aws/us", Map.of("reason", "x", "until", ""))
                                .later(Duration.ofMinutes(1))
                                .start("a")),
                kept(
                        "wave after wave and its soak",
                        twoWaves()
                                .move("a")
                                .move("b")
                                .later(Duration.ofHours(2))
                                .start("c", "rest", Map.of())),
                kept(
                        "after a pilot and its soak",
                        Story.of(PILOTS, "a", "b")
                                .move("a")
                                .later(Duration.ofHours(1))
                                .start("b")),
                kept(
                        "in the order of dependencies",
                        Story.of(AFTER, "a", "b").move("a").start("b")),
                kept(
                        "in the owner's morning",
                        Story.of(OFFICE_HOURS, "a").at("2026-03-02T08:00:00Z").start("a")),
                kept(
                        "by the clock of the summer",
                        Story.of(OFFICE_HOURS, "a")
                                .at("2026-03-30T07:00:00Z")
                                .start("a")
                                .begin("a", "one", SLOW)),
                kept(
                        "with what such steps have turned out to take",
                        Story.of(OFFICE_HOURS, "a")
                                .start("a")
                                .at("2026-03-02T14:50:00Z")
                                .begin("a", "one", LEARNED)),
                kept(
                        "in a cron's night",
                        Story.of(NIGHTLY, "a")
                                .at("2026-03-03T03:59:00Z")
                                .start("a")
                                .begin("a", "one")),
                kept(
                        "back outside the window",
                        Story.of(OFFICE_HOURS, "a")
                                .start("a")
                                .at("2026-03-02T20:00:00Z")
                                .begin("a", "one", BACK)),
                kept(
                        "before the freeze",
                        Story.of(FROZEN, "a")
                                .at("2026-03-02T23:30:00Z")
                                .start("a")
                                .begin("a", "one")),
                kept(
                        "in another region than the limit's",
                        limited("{'by':'region','only':'aws/us','nodes':5}")
                                .start("a")
                                .start("b")),
                kept(
                        "a limit lowered below what moves",
                        Story.ofAny("a", "b")
                                .start("a")
                                .start("b")
                                .program("{'limits':{'clusters':1},'waves':[{'name':'pilot','select':'name=*'}]}")
                                .begin("a", "one")),
                kept(
                        "one past its point of no return after another",
                        limited("{'by':'fleet','pastReturn':1}")
                                .start("a")
                                .start("b")
                                .begin("a", "point", PASSES)
                                .end("step.done.last", "a", "point")
                                .begin("b", "point", PASSES)),
                kept(
                        "turned back in the midst of a step",
                        Story.ofAny("a")
                                .start("a")
                                .begin("a", "one")
                                .say("run.rolling_back", "a", Map.of("run", run("a")))
                                .begin("a", "one", BACK)
                                .end("step.failed", "a", "one")
                                .begin("a", "one", Map.of("direction", "BACK", "attempt", 2))
                                .end("step.undone.last", "a", "one")),
                kept("a freeze of a run that goes on", frozenSchema()),
                kept(
                        "a freeze once the permits have expired",
                        Story.ofAny("a")
                                .start("a")
                                .say("schema-permit.granted", "cluster:a", permit("2026-03-02T08:02:00Z"))
                                .say("schema-freeze.requested", "cluster:a", Map.of("run", run("a")))
                                .at("2026-03-02T08:02:00Z")
                                .say("schema-freeze.enforced", "cluster:a", Map.of("run", run("a")))));
    }

    private static Story twoWaves() {
        return Story.of(TWO_WAVES, "a", "b", "c").say("wave.started", "rest", Map.of());
    }

    private static Story frozenSchema() {
        return Story.ofAny("a").start("a").say("schema-freeze.requested", "cluster:a", Map.of("run", run("a")));
    }

    private static Story limited(String rule) {
        return Story.of("{'limits':{'rules':[" + rule + "]},'waves':[{'name':'pilot','select':'name=*'}]}", "a", "b");
    }

    private static Map<String, ?> permit(String expires) {
        return Map.of("permit", "p", "purpose", "drop", "expiresAt", expires);
    }

    private static Arguments planted(String rule, String words, Story story) {
        return Arguments.of(rule, words, story);
    }

    private static Arguments kept(String why, Story story) {
        return Arguments.of(why, story);
    }
}
