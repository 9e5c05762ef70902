package org.cometkv.aso.lua;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.cometkv.aso.Event;
import org.cometkv.aso.Host;
import org.cometkv.aso.Limit;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Outcome;
import org.cometkv.aso.Policy;
import org.cometkv.aso.Reply;
import org.cometkv.aso.Result;
import org.cometkv.aso.Script;
import org.cometkv.aso.Usage;
import org.cometkv.aso.Value;
import org.cometkv.routing.Key;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/**
 * One live object: its state, its globals, and the events that wait in it.
 *
 * <p>An event leaves either all of its changes or none. Not thread-safe; owned by whoever hosts the object. At most one
 * event runs at a time: a yielded one goes on before another begins.
 */
public final class Instance {

    private static final int LOG_LINES = 32;

    /** Tables with deleted entries that are remembered one by one. */
    private static final int DEAD_TABLES_MAX = 1024;

    static final Table[] NO_TABLES = {};

    final Key key;
    final Script script;
    private final Supplier<Program> compiled;
    Program program;
    final Table aso = new Table();
    final Table globals = new Table();
    RandomState random;

    /** The tables that the chunk made and put into {@code aso}, as long as anything reaches them. */
    Table[] chunkTables = NO_TABLES;

    /** The functions of the libraries that the chunk put into {@code aso}. */
    Set<Builtin> chunkBuiltins = Set.of();

    private Limits limits;
    final Live live = new Live();
    private Policy policy = Policy.DEFAULT;
    private int revision;
    private Deque<String> log;
    private Run running;
    private boolean keepsDead;

    /** The tables with deleted entries that are not forgotten yet, because an event that waits may go on from one. */
    private Set<Table> dead = Set.of();

    private int waiting;

    /** A copy of the state, and what the making of it cost. */
    public record Copy(Value value, Usage usage) {}

    Instance(Key key, Script script, Supplier<Program> compiled, Limits limits, long seed) {
        this.key = key;
        this.script = script;
        this.compiled = compiled;
        this.limits = limits;
        this.random = new RandomState(seed);
    }

    /** Runs the chunk, overlays these fields and reads the policy; the outcome has no value. */
    public Step create(Worker worker, Host host, Value.Table fields) {
        return load(worker, host, fields, null);
    }

    /** Runs the chunk, then puts the stored state in place of what it left in {@code aso}. */
    public Step restore(Worker worker, Host host, byte[] state) {
        return load(worker, host, null, state);
    }

    /** Runs the chunk alone, as an event of its own whose value is what it returns. */
    public Step evaluate(Worker worker, Host host) {
        return load(worker, host, null, null);
    }

    private Step load(Worker worker, Host host, Value.Table fields, byte[] state) {
        requireIdle();
        if (script.length() > limits.scriptBytes()) {
            // A text over the limit is not even compiled.
            return ended(new Result.Exceeded(
                    Limit.SCRIPT, "the script has " + script.length() + " bytes; at most " + limits.scriptBytes()));
        }
        program = compiled.get();
        if (program.chunk == null) {
            return ended(new Result.Faulted(program.error().orElseThrow()));
        }
        Run run = worker.begin(this, host);
        run.loading = true;
        run.chunkClosures = new ArrayList<>();
        run.chunkTables = new ArrayList<>();
        run.fields = fields;
        run.state = state;
        Loading.prepare(this, run);
        return advance(worker, run);
    }

    private static Step ended(Result result) {
        return new Step.Ended(new Outcome(result, List.of(), Usage.NONE));
    }

    private void requireIdle() {
        if (running != null) {
            throw new IllegalStateException("another event of " + key + " has yielded and goes on first");
        }
    }

    /** Runs the handler of an event; without one, a read gives {@code aso.value}, and all else ends well at once. */
    public Step handle(Worker worker, Host host, Event event) {
        requireIdle();
        Run run = worker.begin(this, host);
        run.event = event;
        return advance(worker, run);
    }

    /**
     * Goes on with an event.
     *
     * @param reply the answer to its question; empty if it only yielded, or no answer came
     */
    public Step proceed(Worker worker, Host host, Step.Unfinished step, Optional<Reply> reply) {
        Run run;
        if (step instanceof Step.Waiting paused) {
            requireIdle();
            run = paused.run();
            run.reply = reply.orElse(new Reply.Denied("no answer"));
            run.exchange();
            waiting--;
        } else {
            run = ((Step.Yielded) step).run();
            if (running != run) {
                throw new IllegalStateException("this event of " + key + " has gone on already");
            }
            running = null;
        }
        run.host = host;
        run.refill();
        return advance(worker, run);
    }

    /**
     * The call gate: whatever a script does ends here, as data.
     *
     * <p>A {@code StackOverflowError} is the last resort of what should never recurse; any other exception or error is
     * a bug, after which the state is as before all the same.
     */
    private Step advance(Worker worker, Run run) {
        Result failure;
        try {
            if (run.event != null && run.frame == run.entry && run.deepest == 0) {
                Step answered = Handlers.begin(this, run);
                if (answered != null) {
                    worker.give(run);
                    return answered;
                }
            }
            switch (Interpreter.execute(run)) {
                case Calls.ENDED:
                    Step step = run.event == null ? loaded(run) : finish(run);
                    worker.give(run);
                    return step;
                case Calls.YIELDED:
                    run.call.clear();
                    running = run;
                    return new Step.Yielded(run);
                case Calls.WAITING:
                    return pause(run);
                default:
                    failure = new Result.Faulted(Faults.message(run.error));
            }
        } catch (LimitExceeded exceeded) {
            failure = new Result.Exceeded(exceeded.limit, exceeded.getMessage(), exceeded.isWithoutHandler);
        } catch (LuaFault fault) {
            failure = new Result.Faulted(Faults.message(fault.value));
        } catch (StackOverflowError overflow) {
            failure = new Result.Faulted("stack overflow");
        } catch (RuntimeException | Error bug) {
            undo(run);
            throw bug;
        }
        undo(run);
        if (waiting == 0 && keepsDead) {
            settle(run.hashSeed);
        }
        Step step = ended(run, failure);
        worker.give(run);
        return step;
    }

    private void undo(Run run) {
        run.journal.rollBack();
        run.putBack();
        run.putBackRandom();
        run.effects = null;
    }

    private Step ended(Run run, Result result) {
        Usage usage = new Usage(run.fuelUsed(), run.allocated(), live.heap);
        return new Step.Ended(new Outcome(result, run.takeEffects(), usage));
    }

    private Step finish(Run run) {
        Result result = Handlers.result(this, run);
        // Before the commit, which goes by what the script's variables hold for good.
        run.putBack();
        commit(run, waiting == 0);
        return ended(run, result);
    }

    private Step pause(Run run) {
        run.chargeExchange();
        run.exchange();
        commit(run, false);
        run.release();
        run.keepRandom();
        run.hasWaited = true;
        waiting++;
        return new Step.Waiting(run, run.question, run.takeEffects());
    }

    /**
     * Makes the event's changes last; nothing is changed if they are refused.
     *
     * @param settled whether no traversal of this or a waiting event can still go on from a dead key
     */
    private void commit(Run run, boolean settled) {
        Journal journal = run.journal;
        if (journal.size > 0) {
            commitChanges(run, journal, settled);
        }
        if (settled && keepsDead) {
            settle(run.hashSeed);
        }
    }

    private void commitChanges(Run run, Journal journal, boolean settled) {
        if (!settled && !keepsDead) {
            keepsDead = true;
            dead = Collections.newSetFromMap(new IdentityHashMap<>());
        }
        // Beyond the bound none is remembered: then settling walks over the whole state.
        Collection<Table> later = settled ? null : dead.size() > DEAD_TABLES_MAX ? new ArrayList<>() : dead;
        long adopted = Adoption.ofEvent(run, later);
        if (run.deleted) {
            journal.chargeDead(run, later);
        }
        Policy changed = run.wroteReserved ? Policies.read(aso, limits, run) : policy;
        live.grow(this, run, journal.growth + adopted, settled);
        if (run.wroteReserved) {
            policy = changed;
            revision++;
        }
        if (settled && run.deleted) {
            journal.forgetDead(run.hashSeed);
        }
        journal.clear();
    }

    /** Forgets the dead keys that were kept for events that waited. */
    private void settle(long hashSeed) {
        keepsDead = false;
        for (Table table : dead.size() > DEAD_TABLES_MAX ? Graph.of(this, Meter.unbounded(), true).tables : dead) {
            table.forgetDead(hashSeed);
        }
        dead = Set.of();
    }

    private Step loaded(Run run) {
        Value value = run.fields == null && run.state == null ? Handlers.value(run) : Value.NIL;
        Loading.finish(this, run);
        policy = Policies.read(aso, limits, run);
        revision++;
        // A stored state was paid for when it was made.
        live.measure(this, limits, run.state == null ? run : Meter.unbounded(), true);
        if (run.state != null) {
            live.restore(run.heapBound, run.heapAtWalk, run.encodedAtWalk);
        }
        return ended(run, new Result.Completed(value));
    }

    /** Whether the script has a handler of this name, such as {@code onGet}. */
    public boolean handles(String handler) {
        return Handlers.find(this, Names.shared(LuaString.valueOf(handler))) != LuaValue.NIL;
    }

    /** The reserved fields as of the last event that ended well. */
    public Policy policy() {
        return policy;
    }

    /** Another number whenever an event may have changed {@link #policy}, or whether there is an {@code onTimer}. */
    public int revision() {
        return revision;
    }

    /** All of {@code aso} as data, functions left out; nil if it is cyclic, too deep, or too much for an event. */
    public Copy data() {
        Meter meter = new Meter();
        meter.fuel = limits.fuel();
        meter.allocation = limits.liveHeap();
        Value value = Value.NIL;
        try {
            value = Values.data(aso, limits.liveHeap(), meter);
        } catch (LuaFault | LimitExceeded unsendable) {
            // Nil stands for it.
        }
        int allocated = limits.liveHeap() - meter.allocation;
        return new Copy(value, new Usage(limits.fuel() - meter.fuel, allocated, live.heap));
    }

    /** The state as bytes, from which {@link #restore} makes an object that behaves as this one. */
    public byte[] encode() {
        return StateWriter.encode(this, Graph.of(this, Meter.unbounded(), waiting == 0 && running == null));
    }

    /** Charged heap bytes of the state. */
    public int live() {
        return live.heap;
    }

    /** How many events wait. */
    public int waiting() {
        return waiting;
    }

    /** The object's own log, oldest line first; it survives failures. */
    public List<String> log() {
        return log == null ? List.of() : List.copyOf(log);
    }

    void logged(String line) {
        if (log == null) {
            log = new ArrayDeque<>();
        }
        if (log.size() == LOG_LINES) {
            log.removeFirst();
        }
        log.addLast(line);
    }

    Limits limits() {
        return limits;
    }

    /** Other limits from the next event on: a grant was added or ended. */
    public void limits(Limits changed) {
        limits = changed;
    }
}
