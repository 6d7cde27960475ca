package io.convoy.lab;

import java.util.List;
import java.util.Map;

/** The options of a JVM that shares a small machine with a dozen others. */
final class SmallJava {

    static final Map<String, String> ENVIRONMENT = Map.of("MALLOC_ARENA_MAX", "2");

    private SmallJava() {}

    static List<String> options(NodeDirectory directory, int heapMebibytes) {
        return List.of(
                "-Xms32m",
                "-Xmx" + heapMebibytes + "m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:ReservedCodeCacheSize=64m",
                "-XX:MaxDirectMemorySize=64m",
                "-XX:-UsePerfData",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:ErrorFile=" + directory.logs().resolve("hs_err_%p.log"),
                "-Djava.net.preferIPv4Stack=true",
                "-Djava.io.tmpdir=" + directory.data(),
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSS");
    }
}
