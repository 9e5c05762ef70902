package org.cometkv.testkit.history;

import java.util.ArrayList;
import java.util.List;
import org.cometkv.testkit.scenario.Command;

/** The rule that of several puts on an empty key one wins, until it is removed. */
final class WinnerRule {

    private WinnerRule() {}

    /** Pairs of puts that both won, though nothing can have removed the first before the second. */
    static List<String> twoWinners(Run run) {
        List<String> all = new ArrayList<>();
        for (String key : run.scenario().keys()) {
            List<CallRecord> calls = run.callsOf(key);
            List<CallRecord> winners = calls.stream()
                    .filter(each -> each.isIfAbsent() && each.outcome().isAcknowledged())
                    .toList();
            for (int i = 0; i < winners.size(); i++) {
                for (int j = i + 1; j < winners.size(); j++) {
                    CallRecord one = winners.get(i);
                    CallRecord other = winners.get(j);
                    if (calls.stream().noneMatch(each -> mayRemoveBetween(each, one, other))) {
                        all.add(one.words() + " and " + other.words() + " both found " + key + " empty");
                    }
                }
            }
        }
        return all;
    }

    private static boolean mayRemoveBetween(CallRecord call, CallRecord one, CallRecord other) {
        return call.call() instanceof Command.Remove
                && call.mayTakeEffect()
                && !(call.outcome().isAcknowledged() && (call.isBefore(one) && call.isBefore(other)))
                && !(one.isBefore(call) && other.isBefore(call));
    }
}
