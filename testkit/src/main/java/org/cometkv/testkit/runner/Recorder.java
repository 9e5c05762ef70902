package org.cometkv.testkit.runner;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.cometkv.testkit.history.CallRecord;
import org.cometkv.testkit.history.Outcome;
import org.cometkv.testkit.history.Run;
import org.cometkv.testkit.scenario.Command;
import org.cometkv.testkit.scenario.Scenario;
import org.cometkv.testkit.trace.Handled;
import org.cometkv.testkit.trace.KeyNames;
import org.cometkv.testkit.trace.Noted;
import org.cometkv.testkit.trace.Sent;
import org.cometkv.testkit.trace.Trace;

/** A recorder of a run: its history, and the lines below each step. Not thread-safe; owned by a runner. */
final class Recorder {

    private final Scenario scenario;
    private final Supplier<Duration> now;
    private final Sightings sightings;
    private final ObjectTraffic traffic;
    private final List<CallRecord> calls = new ArrayList<>();
    private final List<Run.FaultRecord> faults = new ArrayList<>();
    private final List<Duration> members = new ArrayList<>();
    private final List<Run.EventRecord> events = new ArrayList<>();
    private final List<String> leftOpen = new ArrayList<>();
    private final List<List<String>> trace = new ArrayList<>();
    private final Set<String> quietKeys = new LinkedHashSet<>();
    private final Set<Integer> downed = new LinkedHashSet<>();
    private Optional<Duration> calmSince = Optional.empty();
    private Duration end = Duration.ZERO;
    private boolean isFinished;

    /** @param now virtual time since the scenario began */
    Recorder(Scenario scenario, Supplier<Duration> now, Sightings sightings, ObjectTraffic traffic) {
        this.scenario = scenario;
        this.now = now;
        this.sightings = sightings;
        this.traffic = traffic;
        scenario.steps().forEach(step -> trace.add(new ArrayList<>()));
    }

    private int step;

    /** Puts the lines from now on below this step. */
    void step(int number) {
        step = number;
    }

    /** A call is made; its number. */
    int begin(Command.Call call) {
        calls.add(new CallRecord(calls.size() + 1, call, now.get(), Optional.empty(), new Outcome.Open()));
        return calls.size() - 1;
    }

    /** A call has ended. */
    void end(int number, Outcome outcome) {
        if (isFinished) {
            // The kit's own end breaks what is open; in the history it stays open.
            return;
        }
        CallRecord open = calls.get(number);
        calls.set(number, new CallRecord(open.number(), open.call(), open.begin(), Optional.of(now.get()), outcome));
        line(TraceText.call(open.call()) + ": " + TraceText.outcome(outcome));
    }

    void fault(Command.Fault fault) {
        faults.add(new Run.FaultRecord(now.get(), fault));
    }

    /** Events of this key are not in the trace from now on: there are too many. */
    void quiet(String key) {
        quietKeys.add(key);
    }

    void loud(String key) {
        quietKeys.remove(key);
    }

    /** Hears of what the kit traces. */
    void heard(Trace.Line heard, KeyNames names) {
        if (isFinished) {
            return;
        }
        if (heard.node() != Trace.NO_NODE) {
            sightings.look(heard.node());
        }
        if (heard.what() instanceof Sent sent && heard.node() != Trace.NO_NODE) {
            traffic.heard(heard.node(), sent);
        }
        if (heard.what() instanceof Handled handled) {
            handled(heard.node(), names.name(handled.key()), handled);
        } else if (heard.what() instanceof Noted noted && heard.node() != Trace.NO_NODE) {
            members.add(now.get());
            if (noted.text().startsWith("Downed")) {
                downed.add(heard.node());
                // What it holds counts no more from now on.
                faults.add(new Run.FaultRecord(now.get(), new Command.Crash(heard.node())));
            }
            line("node " + heard.node() + " " + TraceText.member(noted.text()));
        }
    }

    private void handled(int node, String key, Handled handled) {
        int fuel = handled.outcome().usage().fuel();
        String result = TraceText.result(handled.outcome().result());
        String handler = handled.event().handler();
        events.add(new Run.EventRecord(now.get(), node, key, handler, result, fuel));
        if (!quietKeys.contains(key)) {
            line("node " + node + " " + key + " " + handler + " " + result + ", fuel " + fuel);
        }
    }

    /** Nodes that were told that they are members no more, each once. */
    List<Integer> takeDowned() {
        List<Integer> taken = List.copyOf(downed);
        downed.clear();
        return taken;
    }

    void calm() {
        calmSince = Optional.of(now.get());
    }

    void leftOpen(String sentence) {
        leftOpen.add(sentence);
    }

    /** The run is over; what comes now is the kit's own end. */
    void finish() {
        end = now.get();
        sightings.lookAtAll();
        isFinished = true;
    }

    void line(String what) {
        if (step < trace.size()) {
            trace.get(step).add(TraceText.line(now.get(), what));
        }
    }

    Run run() {
        return new Run(
                scenario, calls, faults, members, events, sightings.all(), traffic.all(), leftOpen, calmSince, end);
    }

    List<List<String>> trace() {
        return trace;
    }
}
