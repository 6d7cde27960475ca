package io.convoy.cassandra;

import io.convoy.base.ByteSize;
import io.convoy.execution.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** How far a rebuild has come, in bytes that are estimated from the keyspaces' sizes. Pure. */
final class RebuildProgress {

    private final RebuildPlan plan;
    private final RebuildScene scene;
    private final Map<String, RebuildLane.Report> reports;
    private final Map<String, String> silent;

    RebuildProgress(
            RebuildPlan plan, RebuildScene scene, Map<String, RebuildLane.Report> reports, Map<String, String> silent) {
        this.plan = plan;
        this.scene = scene;
        this.reports = reports;
        this.silent = silent;
    }

    Progress progress() {
        List<Progress.Part> parts = new ArrayList<>();
        double all = 0;
        double left = 0;
        for (String target : scene.sides().targets()) {
            double ofTarget = all(target);
            double leftOfTarget = left(target);
            all += ofTarget;
            left += leftOfTarget;
            parts.add(new Progress.Part(target, detail(target), OptionalDouble.of(done(ofTarget, leftOfTarget))));
        }
        long complete = scene.sides().targets().stream()
                .filter(target -> plan.remaining(target).isEmpty())
                .count();
        String detail = complete + " of " + scene.sides().targets().size() + " nodes have every range";
        return Progress.of(detail, done(all, left), parts);
    }

    private String detail(String target) {
        if (silent.containsKey(target)) {
            return "does not answer; its unfinished ranges are streamed again when it is back";
        }
        int all = plan.all().getOrDefault(target, Map.of()).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        int left = plan.remaining(target).stream()
                .mapToInt(call -> call.ranges().size())
                .sum();
        String ranges = all - left + " of " + all + " ranges";
        return open(target)
                .map(open -> ranges + ", streams " + open.call() + ", " + new ByteSize(open.received()) + " so far")
                .orElse(ranges);
    }

    private double all(String target) {
        double all = 0;
        for (Map.Entry<String, Integer> entry :
                plan.all().getOrDefault(target, Map.of()).entrySet()) {
            all += entry.getValue() * perRange(entry.getKey());
        }
        return all;
    }

    private double left(String target) {
        double left = plan.remaining(target).stream()
                .mapToDouble(call -> call.ranges().size() * perRange(call.keyspace()))
                .sum();
        double open = open(target)
                .map(call -> call.call().ranges().size() * perRange(call.call().keyspace()) * streamed(target))
                .orElse(0.0);
        return Math.max(0, left - open);
    }

    private double streamed(String target) {
        return Optional.ofNullable(reports.get(target)).stream()
                .flatMap(report -> report.streams().stream())
                .mapToDouble(stream -> stream.bytes().fraction())
                .findFirst()
                .orElse(0);
    }

    private Optional<OpenCall> open(String target) {
        return Optional.ofNullable(reports.get(target)).flatMap(RebuildLane.Report::open);
    }

    // An empty keyspace takes time too.
    private double perRange(String keyspace) {
        long ranges = scene.rings().stream()
                .filter(ring -> ring.keyspace().equals(keyspace))
                .mapToLong(ring -> ring.ranges().size())
                .sum();
        return (scene.bytes().getOrDefault(keyspace, 0L) + 64.0 * 1024 * ranges) / Math.max(1, ranges);
    }

    private static double done(double all, double left) {
        return all == 0 ? 1 : (all - left) / all;
    }
}
