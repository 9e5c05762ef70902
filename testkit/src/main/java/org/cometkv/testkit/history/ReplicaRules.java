package org.cometkv.testkit.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cometkv.actors.wire.KeyDigest;
import org.cometkv.aso.Value;
import org.cometkv.testkit.scenario.Command;
import org.cometkv.testkit.scenario.ValueText;

/** The rules of replicas side by side. */
final class ReplicaRules {

    private ReplicaRules() {}

    /** Replicas that took a put though they had taken a newer one before it was made, and nothing removed that. */
    static List<String> tookOlder(Run run) {
        List<String> all = new ArrayList<>();
        for (String key : run.scenario().keys()) {
            List<CallRecord> calls = run.callsOf(key);
            if (calls.stream().anyMatch(each -> each.call() instanceof Command.Remove || each.isPassing())) {
                continue;
            }
            for (CallRecord newer : calls) {
                for (CallRecord older : calls) {
                    if (newer.isBefore(older)) {
                        took(newer, older)
                                .forEach(node -> all.add("node " + node + " took " + older.words()
                                        + " though it had taken " + newer.words() + ", which has the newer version"));
                    }
                }
            }
        }
        return all;
    }

    /** The nodes that stored both of two calls whose versions are the other way round. */
    private static List<Integer> took(CallRecord newer, CallRecord older) {
        if (!(newer.outcome() instanceof Outcome.Stored one)
                || !(older.outcome() instanceof Outcome.Stored other)
                || !one.version().isNewerThan(other.version())) {
            return List.of();
        }
        return storedBy(one).stream().filter(storedBy(other)::contains).toList();
    }

    private static List<Integer> storedBy(Outcome.Stored stored) {
        return stored.said().stream()
                .filter(said -> said.word().equals("STORED"))
                .map(Outcome.Said::node)
                .toList();
    }

    /** The first put of a key that cost one replica more or less than another. */
    static List<String> otherFuel(Run run) {
        List<String> all = new ArrayList<>();
        for (String key : run.scenario().keys()) {
            List<CallRecord> calls = run.callsOf(key);
            if (calls.isEmpty()) {
                continue;
            }
            CallRecord first = calls.get(0);
            if (first.call() instanceof Command.PutObject && first.outcome() instanceof Outcome.Stored stored) {
                Set<Integer> fuel = new LinkedHashSet<>();
                // A replica that got the object from another one as an image ran nothing.
                stored.said().stream()
                        .filter(said -> said.word().equals("STORED") && said.fuel() > 0)
                        .forEach(said -> fuel.add(said.fuel()));
                if (fuel.size() > 1) {
                    all.add(first.words() + " took " + fuel + " units of fuel on its replicas");
                }
            }
            run.callsOf(key).stream()
                    .filter(ReplicaRules::isUnlike)
                    .forEach(each -> all.add(each.words() + " gave one value for different fuel: " + each.outcome()));
        }
        return all;
    }

    /** Whether replicas gave the same value from the same state for different fuel. */
    private static boolean isUnlike(CallRecord call) {
        if (!(call.outcome() instanceof Outcome.FoundAll all)) {
            return false;
        }
        Map<Value, Integer> fuel = new LinkedHashMap<>();
        return all.answers().stream().anyMatch(answer -> {
            Integer before = fuel.putIfAbsent(answer.value(), answer.fuel());
            return before != null && before != answer.fuel();
        });
    }

    /** Keys that others than so many owners hold at the end of a calm run, or not all of them alike. */
    static List<String> notConverged(Run run) {
        if (run.calmSince().isEmpty()) {
            return List.of();
        }
        List<String> all = new ArrayList<>();
        for (String key : run.scenario().keys()) {
            Map<Integer, KeyDigest.Live> held = run.held(key);
            int nodes = run.lastSightings(key, run.end()).size();
            // What ends by itself may be over on one node and not yet on another.
            if (!held.isEmpty() && !run.isPassing(key) && !isConverged(held, nodes)) {
                all.add(key + " is held by " + held);
            }
        }
        return all;
    }

    private static boolean isConverged(Map<Integer, KeyDigest.Live> held, int nodes) {
        KeyDigest.Live one = held.values().iterator().next();
        return held.size() == Math.min(one.replicas(), nodes)
                && held.values().stream()
                        .allMatch(each -> each.lineage().equals(one.lineage())
                                && each.version().equals(one.version())
                                && each.updates().equals(one.updates()));
    }

    /** Keys of registers and merging objects whose replicas gave different values in the last phase. */
    static List<String> disagree(Run run) {
        List<String> all = new ArrayList<>();
        for (CallRecord call : run.calls()) {
            KeyKind kind = KeyKind.of(run.scenario(), call.call().key());
            boolean isOfState = kind == KeyKind.REGISTER || kind == KeyKind.MERGING;
            if (isOfState && run.isInLastPhase(call) && call.outcome() instanceof Outcome.FoundAll found) {
                Set<Value> values = new LinkedHashSet<>();
                found.answers().forEach(answer -> values.add(inOrder(kind, answer.value())));
                if (values.size() > 1) {
                    all.add("replicas of " + call.call().key() + " gave "
                            + values.stream().map(ValueText::print).toList());
                }
            }
        }
        return all;
    }

    /** A replica that merges took its updates in the order they came to it: another one may have another order. */
    private static Value inOrder(KeyKind kind, Value value) {
        return kind == KeyKind.MERGING && value instanceof Value.Table list
                ? Value.list(list.list().stream()
                        .sorted(Comparator.comparing(ValueText::print))
                        .toArray(Value[]::new))
                : value;
    }
}
