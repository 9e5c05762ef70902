package org.cometkv.testkit.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.cometkv.testkit.scenario.Command;

/**
 * The rule that a get is answered though a replica crashes: nothing but one crash of another node disturbed the cluster
 * from some time before the get to its end.
 *
 * @param isOfHeld whether it is about keys that hold something, and otherwise about those that hold nothing
 */
record GetFailsOver(Duration timeout, boolean isOfHeld) implements Invariant {

    @Override
    public String name() {
        return isOfHeld ? "get-fails-over" : "nothing-is-told-in-time";
    }

    @Override
    public List<String> check(Run run) {
        return run.calls().stream()
                .filter(call -> call.call() instanceof Command.Get && call.outcome() instanceof Outcome.Unknown)
                .filter(call -> isHeld(run, call) == isOfHeld && isOneCrash(run, call))
                .map(call -> call.words() + " ended as " + ((Outcome.Unknown) call.outcome()).code()
                        + ", though one node only had crashed")
                .toList();
    }

    private static boolean isHeld(Run run, CallRecord get) {
        List<CallRecord> calls = run.callsOf(get.call().key());
        return calls.stream().anyMatch(each -> each.outcome() instanceof Outcome.Stored && each.isBefore(get))
                && calls.stream().noneMatch(each -> each.call() instanceof Command.Remove || each.isPassing());
    }

    private boolean isOneCrash(Run run, CallRecord call) {
        Duration from = call.begin().minus(timeout).minus(Run.CALM);
        Duration to = call.end().orElse(run.end());
        List<Command.Fault> near = run.faults().stream()
                .filter(each -> each.at().compareTo(from) >= 0 && each.at().compareTo(to) <= 0)
                .map(Run.FaultRecord::fault)
                .toList();
        List<Command.Fault> all = new ArrayList<>(OpenFaults.at(run, from));
        all.addAll(near);
        return all.size() == 1
                && all.get(0) instanceof Command.Crash crash
                && crash.node() != call.call().node();
    }
}
