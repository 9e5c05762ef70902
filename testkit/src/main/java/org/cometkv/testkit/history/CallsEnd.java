package org.cometkv.testkit.history;

import java.time.Duration;
import java.util.List;
import org.cometkv.testkit.scenario.Command;

/** The rule that every call ends within its timeout and a second, not counting what its node was held. */
record CallsEnd(Duration timeout) implements Invariant {

    private static final Duration GRACE = Duration.ofSeconds(1);

    @Override
    public String name() {
        return "calls-end";
    }

    @Override
    public List<String> check(Run run) {
        return run.calls().stream()
                .filter(call -> !(call.call() instanceof Command.Operate))
                .filter(call -> isLate(run, call))
                .map(call -> call.words() + " did not end within "
                        + timeout.plus(GRACE).toMillis() + " ms")
                .toList();
    }

    private boolean isLate(Run run, CallRecord call) {
        Duration taken = call.end().orElse(run.end()).minus(call.begin());
        return taken.minus(Pauses.during(run, call)).compareTo(timeout.plus(GRACE)) > 0;
    }
}
