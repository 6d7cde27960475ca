package io.convoy.history;

import static io.convoy.history.Plots.AFTER;
import static io.convoy.history.Plots.BACK;
import static io.convoy.history.Plots.FROZEN;
import static io.convoy.history.Plots.LEARNED;
import static io.convoy.history.Plots.NIGHTLY;
import static io.convoy.history.Plots.OFFICE_HOURS;
import static io.convoy.history.Plots.PASSES;
import static io.convoy.history.Plots.PILOTS;
import static io.convoy.history.Plots.SLOW;
import static io.convoy.history.Plots.frozenSchema;
import static io.convoy.history.Plots.limited;
import static io.convoy.history.Plots.permit;
import static io.convoy.history.Plots.twoWaves;
import static io.convoy.history.Story.run;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Stories that look as if they broke a promise, and do not: why, the story. */
final class KeptStories {

    private KeptStories() {}

    static Stream<Arguments> all() {
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

    private static Arguments kept(String why, Story story) {
        return Arguments.of(why, story);
    }
}
