package org.cometkv.testkit.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cometkv.actors.wire.KeyDigest;
import org.cometkv.actors.wire.UpdateDigest;
import org.cometkv.aso.Accept;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Value;
import org.cometkv.aso.Version;
import org.cometkv.routing.NodeId;
import org.cometkv.testkit.scenario.Command;
import org.cometkv.testkit.scenario.Scenario;
import org.cometkv.testkit.scenario.Step;

/** A history made by hand: calls with their begin and end in milliseconds. */
final class Histories {

    static final String KEY = "k";

    private final List<CallRecord> calls = new ArrayList<>();
    private final List<Run.FaultRecord> faults = new ArrayList<>();
    private final List<Duration> members = new ArrayList<>();
    private final List<Run.EventRecord> events = new ArrayList<>();
    private final List<Run.Sighting> sightings = new ArrayList<>();
    private final List<Run.Traffic> traffic = new ArrayList<>();
    private final List<String> leftOpen = new ArrayList<>();
    private Optional<Duration> calmSince = Optional.empty();
    private long end = 100_000;

    static Histories history() {
        return new Histories();
    }

    Histories call(long begin, long ended, Command.Call call, Outcome outcome) {
        calls.add(new CallRecord(
                calls.size() + 1, call, Duration.ofMillis(begin), Optional.of(Duration.ofMillis(ended)), outcome));
        return this;
    }

    Histories open(long begin, Command.Call call) {
        calls.add(
                new CallRecord(calls.size() + 1, call, Duration.ofMillis(begin), Optional.empty(), new Outcome.Open()));
        return this;
    }

    Histories put(long begin, long ended, String value, Outcome outcome) {
        return call(begin, ended, new Command.Put(0, KEY, Value.of(value), false), outcome);
    }

    Histories ifAbsent(long begin, long ended, String value, Outcome outcome) {
        return call(begin, ended, new Command.Put(0, KEY, Value.of(value), true), outcome);
    }

    Histories remove(long begin, long ended, Outcome outcome) {
        return call(begin, ended, new Command.Remove(0, KEY), outcome);
    }

    Histories get(long begin, Outcome outcome) {
        return call(begin, begin + 1, new Command.Get(0, KEY, Value.NIL), outcome);
    }

    /** A put of an object that holds the last value; one with a time to live if that is not 0. */
    Histories latest(long begin, String value, int ttl) {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("value", Value.of(value));
        fields.put("ttl", ttl == 0 ? Value.NIL : Value.of(ttl));
        return call(begin, begin + 1, new Command.PutObject(0, KEY, "latest", Value.table(fields), false), stored());
    }

    Histories object(long begin, String object) {
        return call(begin, begin + 1, new Command.PutObject(0, KEY, object, Value.table(), false), stored());
    }

    Histories update(long begin, String value, Outcome outcome) {
        return call(begin, begin + 1, new Command.Update(0, KEY, Value.of(value)), outcome);
    }

    Histories fault(long at, Command.Fault fault) {
        faults.add(new Run.FaultRecord(Duration.ofMillis(at), fault));
        return this;
    }

    Histories members(long at) {
        members.add(Duration.ofMillis(at));
        return this;
    }

    Histories timer(long at, int node) {
        events.add(new Run.EventRecord(Duration.ofMillis(at), node, KEY, "onTimer", "completed", 10));
        return this;
    }

    /** A sighting of an object of this version that took no update. */
    Histories sighting(long at, int life, long version) {
        return sighting(at, life, live(version, version, 0));
    }

    Histories sighting(long at, int life, KeyDigest digest) {
        sightings.add(new Run.Sighting(Duration.ofMillis(at), 0, life, KEY, digest));
        return this;
    }

    Histories sightingAt(long at, int node, KeyDigest digest) {
        sightings.add(new Run.Sighting(Duration.ofMillis(at), node, 1, KEY, digest));
        return this;
    }

    static KeyDigest live(long lineage, long version, int updates) {
        return new KeyDigest.Live(
                version(lineage),
                version(version),
                new UpdateDigest(updates, updates),
                Accept.ALL,
                3,
                Optional.empty());
    }

    /** The object under the key sent a request, or got one of another node's client. */
    Histories traffic(long at, boolean isSent, int bytes) {
        traffic.add(new Run.Traffic(Duration.ofMillis(at), 0, 1, KEY, isSent, bytes));
        return this;
    }

    Histories leftOpen(String what) {
        leftOpen.add(what);
        return this;
    }

    Histories calm(long since) {
        calmSince = Optional.of(Duration.ofMillis(since));
        return this;
    }

    Histories end(long at) {
        end = at;
        return this;
    }

    /** The sentences of an invariant about this history. */
    List<String> check(String invariant) {
        return Invariants.all(Duration.ofSeconds(10)).stream()
                .filter(each -> each.name().equals(invariant))
                .findFirst()
                .orElseThrow()
                .check(run());
    }

    long excused() {
        return Invariants.excused(run());
    }

    private Run run() {
        Map<String, String> objects = new LinkedHashMap<>(KeyKind.scripts());
        Scenario scenario = Scenario.of(3, 1)
                .withObjects(objects)
                .withSteps(calls.stream().map(call -> Step.of(call.call())).toList());
        List<Run.FaultRecord> inOrder = faults.stream()
                .sorted(Comparator.comparing(Run.FaultRecord::at))
                .toList();
        return new Run(
                scenario,
                calls,
                inOrder,
                members,
                events,
                sightings,
                traffic,
                leftOpen,
                calmSince,
                Duration.ofMillis(end));
    }

    static Outcome stored() {
        return new Outcome.Stored(version(1), List.of());
    }

    static Outcome storedWith(int... fuel) {
        List<Outcome.Said> said = new ArrayList<>();
        for (int each : fuel) {
            said.add(new Outcome.Said(said.size(), "STORED", each));
        }
        return new Outcome.Stored(version(1), said);
    }

    static Outcome storedAs(long version, int... nodes) {
        List<Outcome.Said> said = new ArrayList<>();
        for (int node : nodes) {
            said.add(new Outcome.Said(node, "STORED", 0));
        }
        return new Outcome.Stored(version(version), said);
    }

    static Outcome removed() {
        return new Outcome.Removed(List.of());
    }

    static Outcome refused() {
        return new Outcome.Refused(Refusal.Reason.OCCUPIED, List.of());
    }

    static Outcome unknown() {
        return new Outcome.Unknown("TIMEOUT");
    }

    static Outcome found(String value) {
        return new Outcome.Found(Value.of(value), 0, 0);
    }

    static Outcome.Found listed(int node, int fuel, String... values) {
        Value[] list = new Value[values.length];
        for (int i = 0; i < list.length; i++) {
            list[i] = Value.of(values[i]);
        }
        return new Outcome.Found(Value.list(list), node, fuel);
    }

    static Outcome nothing() {
        return new Outcome.NotFound();
    }

    static Version version(long clock) {
        return new Version(clock, NodeId.of("a"));
    }
}
