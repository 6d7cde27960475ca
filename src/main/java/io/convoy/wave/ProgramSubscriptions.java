package io.convoy.wave;

import io.convoy.base.Problem;
import io.convoy.base.Refusal;
import io.convoy.hooks.HookSubscription;
import io.convoy.hooks.HookSubscriptions;
import io.convoy.program.Hook;
import io.convoy.program.Program;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.stream.IntStream;

/** Those whom the program's {@code hooks} name. */
@ApplicationScoped
class ProgramSubscriptions implements HookSubscriptions {

    private final Rosters rosters;

    ProgramSubscriptions(Rosters rosters) {
        this.rosters = rosters;
    }

    @Override
    @Transactional
    public List<HookSubscription> standing() {
        return rosters.present().program().hooks().stream()
                .map(ProgramSubscriptions::subscription)
                .toList();
    }

    /** Throws a refusal that names every wish which no event fulfils. */
    static void check(Program program) {
        List<Problem> problems = IntStream.range(0, program.hooks().size())
                .boxed()
                .flatMap(place -> subscription(program.hooks().get(place)).problems("/hooks/" + place).stream())
                .toList();
        if (!problems.isEmpty()) {
            throw Refusal.invalid("The program's hooks cannot be served; nothing was changed", problems);
        }
    }

    private static HookSubscription subscription(Hook hook) {
        return new HookSubscription(hook.url(), hook.events(), hook.secret());
    }
}
