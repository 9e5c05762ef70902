package org.cometkv.testkit.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cometkv.testkit.scenario.DurationText;

/**
 * The rule that no timer is lost or doubled by a move: in the calm at the end of a run the timer of each replica that
 * is held then fires once each period, whatever moved before.
 */
final class TimersMove implements Invariant {

    private static final Duration LONGEST = TimersFire.PERIOD.plus(TimersFire.SLACK);

    private static final Duration SHORTEST = TimersFire.PERIOD.minus(TimersFire.SLACK);

    @Override
    public String name() {
        return "timers-survive-moves";
    }

    @Override
    public List<String> check(Run run) {
        if (run.calmSince().isEmpty()) {
            return List.of();
        }
        List<String> all = new ArrayList<>();
        Duration from = lastDisturbance(run).plus(Run.CALM);
        run.scenario().keys().stream()
                .filter(key -> TimersFire.isSteady(run, key))
                .forEach(key -> run.held(key).keySet().forEach(node -> check(run, key, node, from, all)));
        return all;
    }

    private static Duration lastDisturbance(Run run) {
        return Stream.concat(run.faults().stream().map(Run.FaultRecord::at), run.memberChanges().stream())
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private static void check(Run run, String key, int node, Duration from, List<String> to) {
        List<Duration> fired = run.events().stream()
                .filter(event -> event.event().equals("onTimer") && event.node() == node)
                .filter(event -> event.key().equals(key) && event.at().compareTo(from) >= 0)
                .map(Run.EventRecord::at)
                .toList();
        Map<Duration, Duration> wrong = new LinkedHashMap<>();
        Duration before = from;
        for (Duration at : fired) {
            Duration between = at.minus(before);
            if (between.compareTo(LONGEST) > 0 || !before.equals(from) && between.compareTo(SHORTEST) < 0) {
                wrong.put(before, at);
            }
            before = at;
        }
        if (run.end().minus(before).compareTo(LONGEST) > 0) {
            wrong.put(before, run.end());
        }
        wrong.forEach((one, other) -> to.add("the timer of " + key + " on node " + node + " fired other than once from "
                + DurationText.seconds(one) + " to " + DurationText.seconds(other)));
    }
}
