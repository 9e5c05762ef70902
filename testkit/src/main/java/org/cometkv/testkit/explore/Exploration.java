package org.cometkv.testkit.explore;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.cometkv.testkit.history.Invariant;
import org.cometkv.testkit.history.Invariants;
import org.cometkv.testkit.history.Run;
import org.cometkv.testkit.runner.ScenarioRunner;

/**
 * A description of a sweep, as a test writes it: its operations, what must hold, and where it must get to. Not
 * thread-safe.
 */
public final class Exploration {

    /** Of a request, as configured by default. */
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final int nodes;
    private final Duration length;
    private final Coverage coverage = new Coverage();
    private final List<UserOperation> operations = new ArrayList<>();
    private final List<Invariant> invariants = new ArrayList<>(Invariants.kept(TIMEOUT));
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final List<String> reads = new ArrayList<>();
    private List<FaultKind> faults = FaultKind.all();
    private List<ClientKind> clients = List.of();

    /** A sweep of runs of so many nodes, each so long. */
    public Exploration(int nodes, Duration length) {
        this.nodes = nodes;
        this.length = length;
    }

    /** An operation that clients call now and then; its stage may fail, for then its outcome is unknown. */
    public Exploration operation(UserOperation operation) {
        operations.add(operation);
        return this;
    }

    /** Clients of Comet's own beside the operations; without any operation, all kinds by default. */
    public Exploration clients(ClientKind... kinds) {
        clients = List.of(kinds);
        return this;
    }

    /** The faults that a run may have; all kinds by default. */
    public Exploration faults(FaultKind... kinds) {
        faults = List.of(kinds);
        return this;
    }

    /** A key that is read through every node, and from all its replicas, at the quiet end of each run. */
    public Exploration readAtEnd(String key) {
        reads.add(key);
        return this;
    }

    /** A setting of every node. */
    public Exploration setting(String key, String value) {
        settings.put(key, value);
        return this;
    }

    /** A rule that every run must keep, beside those of Comet's own. */
    public Exploration invariant(Invariant invariant) {
        invariants.add(invariant);
        return this;
    }

    /** A condition that one run at least must meet, or the sweep fails. */
    public Exploration sometimes(String name, Predicate<Run> condition) {
        coverage.sometimes(name, condition);
        return this;
    }

    /** A place that one run at least must get to, or the sweep fails: call {@code reached} there. */
    public Coverage.Mark reachable(String name) {
        return coverage.reachable(name);
    }

    /** The sweep that is described. */
    public Explorer explorer() {
        List<ClientKind> own = operations.isEmpty() && clients.isEmpty() ? ClientKind.own() : clients;
        Mix mix = new Mix(nodes, length, faults, own, operations, settings, reads);
        ScenarioRunner runner = ScenarioRunner.create();
        for (UserOperation operation : operations) {
            runner = runner.operation(operation.name(), operation.function());
        }
        ScenarioRunner all = runner;
        return new Explorer(
                new ScenarioGenerator(mix), scenario -> all.run(scenario).run(), invariants, coverage);
    }

    /** The names of what the sweep never got to. */
    public List<String> missed() {
        return coverage.missed();
    }
}
