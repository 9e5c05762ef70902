package org.cometkv.testkit.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cometkv.testkit.scenario.Command;

/**
 * The rule that a get is answered though a replica crashes: nothing but one crash of another node disturbed the cluster
 * from some time before the get to its end.
 */
record GetFailsOver(Duration timeout) implements Invariant {

    @Override
    public String name() {
        return "get-fails-over";
    }

    @Override
    public Optional<String> awaits() {
        return Optional.of(Invariants.REPLICATION);
    }

    @Override
    public List<String> check(Run run) {
        return run.calls().stream()
                .filter(call -> call.call() instanceof Command.Get && call.outcome() instanceof Outcome.Unknown)
                .filter(call -> isOneCrash(run, call))
                .map(call -> call.words() + " ended as " + ((Outcome.Unknown) call.outcome()).code()
                        + ", though one node only had crashed")
                .toList();
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
        return all.size() == 1 && all.get(0) instanceof Command.Crash crash && crash.node() != call.call().node();
    }
}
