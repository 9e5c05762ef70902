package org.cometkv.testkit.history;

import java.time.Duration;
import java.util.List;
import org.cometkv.testkit.scenario.Command;

/**
 * The rule that a call is answered if nothing worse than short pauses happened: nothing was cut, lost or slowed, no
 * node crashed, joined or left, and no load was made, from some time before the call to its end.
 */
record Answered(Duration timeout) implements Invariant {

    /** Less than the time after which an asker gives a silent node up, 3 s. */
    private static final Duration PAUSES_MAX = Duration.ofSeconds(2);

    @Override
    public String name() {
        return "answered";
    }

    @Override
    public List<String> check(Run run) {
        return run.calls().stream()
                .filter(call -> isBroken(call.outcome()) && isFair(run, call))
                .map(call -> call.words() + " ended as " + ((Outcome.Unknown) call.outcome()).code()
                        + ", though nothing was lost and all nodes were there")
                .toList();
    }

    private static boolean isBroken(Outcome outcome) {
        return outcome instanceof Outcome.Unknown unknown
                && (unknown.code().equals("TIMEOUT") || unknown.code().equals("UNREACHABLE"));
    }

    private boolean isFair(Run run, CallRecord call) {
        Duration from = call.begin().minus(timeout).minus(Run.CALM);
        Duration to = call.end().orElse(run.end());
        boolean isFair = run.faults().stream()
                .filter(each -> each.at().compareTo(from) >= 0 && each.at().compareTo(to) <= 0)
                .allMatch(each -> isPause(each.fault()));
        boolean isFairBefore = OpenFaults.at(run, from).stream().allMatch(Answered::isPause);
        return isFair && isFairBefore && Pauses.during(run, call, node -> true).compareTo(PAUSES_MAX) < 0;
    }

    private static boolean isPause(Command.Fault fault) {
        return fault instanceof Command.Pause || fault instanceof Command.Resume || fault instanceof Command.HealAll;
    }
}
