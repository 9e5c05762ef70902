package org.cometkv.testkit.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cometkv.testkit.scenario.Command;
import org.cometkv.testkit.scenario.DurationText;

/**
 * The rule that the timer of a replica fires once each period, for objects that count their timer: on nodes that were
 * never held, ended or moved in time, of keys that were put once and not removed. Where nodes come and go a replica may
 * leave a node and come back: then it is only told that it does not fire too often.
 */
final class TimersFire implements Invariant {

    static final Duration PERIOD = Duration.ofSeconds(KeyKind.PERIOD_SECONDS);

    /** The first firing is up to a tenth early or late; work under load takes its time. */
    static final Duration SLACK = PERIOD.dividedBy(5);

    @Override
    public String name() {
        return "timers-fire";
    }

    @Override
    public List<String> check(Run run) {
        List<String> all = new ArrayList<>();
        Map<String, Duration> last = new LinkedHashMap<>();
        boolean areMoved = run.faults().stream().map(Run.FaultRecord::fault).anyMatch(TimersFire::movesReplicas);
        for (Run.EventRecord event : run.events()) {
            if (!event.event().equals("onTimer") || !isSteady(run, event.key()) || isDisturbed(run, event.node())) {
                continue;
            }
            String replica = event.key() + " on node " + event.node();
            Duration before = last.put(replica, event.at());
            if (before != null && isWrong(event.at().minus(before).minus(PERIOD), areMoved)) {
                all.add("the timer of " + replica + " fired at " + DurationText.seconds(before) + " and at "
                        + DurationText.seconds(event.at()));
            }
        }
        last.forEach((replica, at) -> {
            if (!areMoved && run.end().minus(at).compareTo(PERIOD.plus(SLACK)) > 0) {
                all.add("the timer of " + replica + " fired at " + DurationText.seconds(at) + " and not again until "
                        + DurationText.seconds(run.end()));
            }
        });
        return all;
    }

    private static boolean isWrong(Duration late, boolean areMoved) {
        return late.plus(SLACK).isNegative() || !areMoved && late.compareTo(SLACK) > 0;
    }

    private static boolean movesReplicas(Command.Fault fault) {
        return fault instanceof Command.Join
                || fault instanceof Command.Crash
                || fault instanceof Command.Leave
                || fault instanceof Command.Restart
                || fault instanceof Command.Pause
                || fault instanceof Command.Partition;
    }

    static boolean isSteady(Run run, String key) {
        return KeyKind.of(run.scenario(), key) == KeyKind.TIMED
                && run.callsOf(key).stream()
                                .filter(each -> each.isChange() && !(each.call() instanceof Command.Update))
                                .count()
                        == 1;
    }

    private static boolean isDisturbed(Run run, int node) {
        return run.faults().stream().map(Run.FaultRecord::fault).anyMatch(fault -> isOf(fault, node));
    }

    private static boolean isOf(Command.Fault fault, int node) {
        return fault instanceof Command.Pause pause && pause.node() == node
                || fault instanceof Command.Crash crash && crash.node() == node
                || fault instanceof Command.Leave leave && leave.node() == node
                || fault instanceof Command.Restart restart && restart.node() == node
                || fault instanceof Command.JumpClock jump && jump.node() == node;
    }
}
