package io.convoy.history;

import static io.convoy.history.Plots.PASSES;
import static io.convoy.history.Plots.frozenSchema;
import static io.convoy.history.Plots.limited;
import static io.convoy.history.Plots.permit;
import static io.convoy.history.Story.run;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Stories that break a limit, or in which a run, an effect or a lease goes wrong: the rule, the words that tell of it, the story. */
final class BrokenRuns {

    private BrokenRuns() {}

    static Stream<Arguments> all() {
        return Stream.of(
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

    private static Arguments planted(String rule, String words, Story story) {
        return Arguments.of(rule, words, story);
    }
}
