package org.cometkv.testkit.history;

import java.time.Duration;
import java.util.function.IntPredicate;
import org.cometkv.testkit.scenario.Command;

/** The time that nodes were held within the time of a call. */
final class Pauses {

    private Pauses() {}

    /** The time that the node of a call was held while the call was under way. */
    static Duration during(Run run, CallRecord call) {
        return during(run, call, node -> node == call.call().node());
    }

    /** The sum of the times that some nodes were held while a call was under way. */
    static Duration during(Run run, CallRecord call, IntPredicate nodes) {
        Duration end = call.end().orElse(run.end());
        Duration sum = Duration.ZERO;
        for (int node = 0; node < Command.NODES_MAX; node++) {
            if (nodes.test(node)) {
                sum = sum.plus(ofNode(run, node, call.begin(), end));
            }
        }
        return sum;
    }

    private static Duration ofNode(Run run, int node, Duration begin, Duration end) {
        Duration sum = Duration.ZERO;
        Duration since = null;
        for (Run.FaultRecord each : run.faults()) {
            if (each.fault() instanceof Command.Pause pause && pause.node() == node && since == null) {
                since = each.at();
            } else if (isEnd(each.fault(), node) && since != null) {
                sum = sum.plus(common(since, each.at(), begin, end));
                since = null;
            }
        }
        return since == null ? sum : sum.plus(common(since, end, begin, end));
    }

    private static boolean isEnd(Command.Fault fault, int node) {
        return fault instanceof Command.Resume resume && resume.node() == node
                || fault instanceof Command.Crash crash && crash.node() == node;
    }

    private static Duration common(Duration from, Duration to, Duration begin, Duration end) {
        Duration first = from.compareTo(begin) > 0 ? from : begin;
        Duration last = to.compareTo(end) < 0 ? to : end;
        return last.compareTo(first) > 0 ? last.minus(first) : Duration.ZERO;
    }
}
