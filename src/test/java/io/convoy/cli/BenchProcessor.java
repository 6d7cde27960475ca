package io.convoy.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Processor time that processes have used, from {@code /proc}. */
final class BenchProcessor {

    private static final double TICKS_PER_SECOND = 100;

    private BenchProcessor() {}

    /** Of a process and of all that it started, those that have ended among them. */
    static double seconds(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToDouble(BenchProcessor::ownSeconds)
                .sum();
    }

    private static double ownSeconds(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            List<String> fields =
                    List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
            // user and system time, and those of children that were waited for
            return (Long.parseLong(fields.get(11))
                            + Long.parseLong(fields.get(12))
                            + Long.parseLong(fields.get(13))
                            + Long.parseLong(fields.get(14)))
                    / TICKS_PER_SECOND;
        } catch (IOException e) {
            return 0;
        }
    }
}
