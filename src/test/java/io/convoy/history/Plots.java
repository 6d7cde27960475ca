package io.convoy.history;

import static io.convoy.history.Story.run;

import java.util.Map;

/** Programs, details and beginnings that several stories share. */
final class Plots {

    static final String TWO_WAVES =
            "{'limits':{'clusters':9},'waves':[{'name':'pilot','clusters':['a','b'],'soak':'PT2H'},"
                    + "{'name':'rest','select':'name=*','after':['pilot']}]}";
    static final String PILOTS =
            "{'limits':{'clusters':9},'waves':[{'name':'pilot','clusters':['a','b','c'],'pilots':1,'clusterSoak':'PT1H'}]}";
    static final String OFFICE_HOURS =
            "{'limits':{'clusters':9},'waves':[{'name':'pilot','select':'name=*'}],'windows':[{'name':'office',"
                    + "'timeZone':'Europe/Berlin','days':['MONDAY'],'from':'09:00','to':'17:00'}]}";
    static final String NIGHTLY =
            "{'limits':{'clusters':9},'waves':[{'name':'pilot','select':'name=*'}],'windows':[{'name':'night',"
                    + "'select':'region=aws/*','cron':'0 22 * * *','lasts':'PT6H'}]}";
    static final String FROZEN = "{'limits':{'clusters':9},'waves':[{'name':'pilot','select':'name=*'}],"
            + "'freezes':[{'name':'easter','from':'2026-03-03','to':'2026-03-04'}]}";
    static final String AFTER = "{'limits':{'clusters':9},'waves':[{'name':'pilot','select':'name=*'}],"
            + "'dependencies':[{'clusters':'name=b','after':'name=a','sharing':'region'}]}";

    static final Map<String, ?> SLOW = Map.of("interruptible", false, "expected", 3600);
    /** Reckoned with less than its plan expects. */
    static final Map<String, ?> HASTY = Map.of("interruptible", false, "expected", 3600, "longest", 60);

    static final Map<String, ?> LEARNED = Map.of("interruptible", false, "expected", 3600, "longest", 4000);
    static final Map<String, ?> BACK = Map.of("direction", "BACK");
    static final Map<String, ?> PASSES = Map.of("passesReturn", true);

    private Plots() {}

    static Story twoWaves() {
        return Story.of(TWO_WAVES, "a", "b", "c").say("wave.started", "rest", Map.of());
    }

    static Story frozenSchema() {
        return Story.ofAny("a").start("a").say("schema-freeze.requested", "cluster:a", Map.of("run", run("a")));
    }

    static Story limited(String rule) {
        return Story.of("{'limits':{'rules':[" + rule + "]},'waves':[{'name':'pilot','select':'name=*'}]}", "a", "b");
    }

    static Map<String, ?> permit(String expires) {
        return Map.of("permit", "p", "purpose", "drop", "expiresAt", expires);
    }
}
