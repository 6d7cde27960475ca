package io.convoy.history;

import io.convoy.history.LimitThen.Measured;
import java.util.ArrayList;
import java.util.List;

/**
 * No start exceeds a limit, in any dimension, as the limits were then. As only starts take more of them, no limit is exceeded at
 * any instant, but for what moved already when somebody lowered one.
 */
final class LimitRule implements Rule {

    @Override
    public String name() {
        return "limit";
    }

    @Override
    public List<String> broken(Act act, Past past) {
        if (!act.is(Act.ADMITTED)) {
            return List.of();
        }
        past.occupancy().settle(past.program(), act.at());
        past.occupancy().noLongerSoaks(act.cluster());
        SubjectThen subject = SubjectThen.of(act);
        List<String> broken = new ArrayList<>();
        for (LimitThen limit : past.program().limits()) {
            if (limit.measured() != Measured.PAST_RETURN) {
                broken.addAll(exceeded(limit, subject, past));
            }
        }
        return broken;
    }

    private static List<String> exceeded(LimitThen limit, SubjectThen subject, Past past) {
        long rate = past.program().nodeRate();
        long takes = limit.takenBy(subject, rate);
        return subject.in(limit.dimension()).stream()
                .filter(value -> takes > 0 && limit.governs(value))
                .filter(value -> used(limit, value, past) + takes > limit.most())
                .map(value -> "starts above the " + limit.words(value) + ": " + used(limit, value, past)
                        + " were taken, it takes " + takes + " more"
                        + others(past.occupancy().of(limit.dimension(), value)))
                .toList();
    }

    private static long used(LimitThen limit, String value, Past past) {
        return limit.usedBy(
                past.occupancy().of(limit.dimension(), value), past.program().nodeRate());
    }

    private static String others(Tally tally) {
        return tally.isEmpty() ? "" : " (there move or soak " + tally.names() + ")";
    }
}
