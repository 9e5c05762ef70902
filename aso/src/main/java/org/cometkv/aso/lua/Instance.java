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
import org.cometkv.aso.lua.metering.LimitExceeded;
import org.cometkv.aso.lua.metering.LuaFault;
import org.cometkv.aso.lua.script.Program;
import org.cometkv.aso.lua.text.RandomState;
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
    final LiveSize live = new LiveSize();
    private Policy policy = Policy.DEFAULT;
    private int revision;
    private int changes;
    private Deque<String> log;
    private EventRun running;

    /**
     * The tables with deleted entries that are not forgotten yet, because an event that waits may go on from one; null
     * while none waits.
     */
    private Set<Table> dead;

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
    public Step create(Scratch scratch, Host host, Value.Table fields) {
        return load(scratch, host, fields, null);
    }

    /** Runs the chunk, then puts the stored state in place of what it left in {@code aso}. */
    public Step restore(Scratch scratch, Host host, byte[] state) {
        return load(scratch, host, null, state);
    }

    /** Runs the chunk alone, as an event of its own whose value is what it returns. */
    public Step evaluate(Scratch scratch, Host host) {
        return load(scratch, host, null, null);
    }

    private Step load(Scratch scratch, Host host, Value.Table fields, byte[] state) {
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
        EventRun run = scratch.begin(this, host);
        run.loading = true;
        run.chunkClosures = new ArrayList<>();
        run.chunkTables = new ArrayList<>();
        run.fields = fields;
        run.state = state;
        ObjectLoader.prepare(this, run);
        return advance(scratch, run);
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
    public Step handle(Scratch scratch, Host host, Event event) {
        requireIdle();
        EventRun run = scratch.begin(this, host);
        run.event = event;
        return advance(scratch, run);
    }

    /**
     * Goes on with an event.
     *
     * @param reply the answer to its question; empty if it only yielded, or no answer came
     */
    public Step proceed(Scratch scratch, Host host, Step.Unfinished step, Optional<Reply> reply) {
        EventRun run;
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
        return advance(scratch, run);
    }

    /** Ends an event that waits without letting it go on: what it did up to its last wait stays. */
    public void abandon(Step.Waiting step) {
        requireIdle();
        EventRun run = step.run();
        run.putBack();
        waiting--;
        settleIfNoneWaits(run.hashSeed);
    }

    /**
     * The call gate: whatever a script does ends here, as data.
     *
     * <p>A {@code StackOverflowError} is the last resort of what should never recurse; any other exception or error is
     * a bug, after which the state is as before all the same.
     */
    private Step advance(Scratch scratch, EventRun run) {
        Result failure;
        try {
            if (run.event != null && run.frame == run.entry && run.deepest == 0) {
                Step answered = EventCalls.begin(this, run);
                if (answered != null) {
                    scratch.give(run);
                    return answered;
                }
            }
            switch (Interpreter.execute(run)) {
                case CallOps.ENDED:
                    Step step = run.event == null ? loaded(run) : finish(run);
                    scratch.give(run);
                    return step;
                case CallOps.YIELDED:
                    run.call.clear();
                    running = run;
                    return new Step.Yielded(run);
                case CallOps.WAITING:
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
            run.undo();
            throw bug;
        }
        run.undo();
        settleIfNoneWaits(run.hashSeed);
        Step step = ended(run, failure);
        scratch.give(run);
        return step;
    }

    Step ended(EventRun run, Result result) {
        Usage usage = new Usage(run.fuelUsed(), run.allocated(), live.heap);
        return new Step.Ended(new Outcome(result, run.takeEffects(), usage));
    }

    private Step finish(EventRun run) {
        Result result = EventCalls.result(this, run);
        if (run.event instanceof Event.Update
                && result instanceof Result.Completed end
                && !run.host.keeps(end.value())) {
            run.undo();
            settleIfNoneWaits(run.hashSeed);
            return ended(run, result);
        }
        // Before the commit, which goes by what the script's variables hold for good.
        run.putBack();
        commit(run, waiting == 0);
        return ended(run, result);
    }

    private Step pause(EventRun run) {
        run.chargeExchange();
        run.exchange();
        commit(run, false);
        run.release();
        waiting++;
        return new Step.Waiting(run, run.question, run.takeEffects());
    }

    /**
     * Makes the event's changes last; nothing is changed if they are refused.
     *
     * @param settled whether no traversal of this or a waiting event can still go on from a dead key
     */
    private void commit(EventRun run, boolean settled) {
        Journal journal = run.journal;
        if (journal.size > 0) {
            commitChanges(run, journal, settled);
        }
        if (settled && dead != null) {
            settle(run.hashSeed);
        }
    }

    private void commitChanges(EventRun run, Journal journal, boolean settled) {
        if (!settled && dead == null) {
            dead = Collections.newSetFromMap(new IdentityHashMap<>());
        }
        // Beyond the bound none is remembered: then settling walks over the whole state.
        Collection<Table> later = settled ? null : dead.size() > DEAD_TABLES_MAX ? new ArrayList<>() : dead;
        long adopted = CommitWalk.ofEvent(run, later);
        if (run.deleted) {
            journal.chargeDead(run, later);
        }
        Policy changed = run.wroteReserved ? PolicyReader.read(aso, limits, run) : policy;
        live.grow(this, run, journal.growth + adopted, settled);
        if (run.wroteReserved) {
            policy = changed;
            revision++;
        }
        if (settled && run.deleted) {
            journal.forgetDead(run.hashSeed);
        }
        journal.clear();
        changes++;
    }

    private void settleIfNoneWaits(long hashSeed) {
        if (waiting == 0 && dead != null) {
            settle(hashSeed);
        }
    }

    /** Forgets the dead keys that were kept for events that waited. */
    private void settle(long hashSeed) {
        for (Table table : dead.size() > DEAD_TABLES_MAX ? StateGraph.of(this, Meter.unbounded(), true).tables : dead) {
            table.forgetDead(hashSeed);
        }
        dead = null;
    }

    private Step loaded(EventRun run) {
        Value value = run.fields == null && run.state == null ? EventCalls.value(run) : Value.NIL;
        ObjectLoader.finish(this, run);
        policy = PolicyReader.read(aso, limits, run);
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
        return EventCalls.find(this, InternedNames.shared(LuaString.valueOf(handler))) != LuaValue.NIL;
    }

    /** The reserved fields as of the last event that ended well. */
    public Policy policy() {
        return policy;
    }

    /** Another number whenever an event may have changed {@link #policy}, or whether there is an {@code onTimer}. */
    public int revision() {
        return revision;
    }

    /** Another number whenever an event may have changed the state. */
    public int changes() {
        return changes;
    }

    /** All of {@code aso} as data, functions left out; nil if it is cyclic, too deep, or too much for an event. */
    public Copy data() {
        Meter meter = new Meter();
        meter.fuel = limits.fuel();
        meter.allocation = limits.liveHeap();
        Value value = Value.NIL;
        try {
            value = ValueBridge.data(aso, limits.liveHeap(), meter);
        } catch (LuaFault | LimitExceeded unsendable) {
            // Nil stands for it.
        }
        int allocated = limits.liveHeap() - meter.allocation;
        return new Copy(value, new Usage(limits.fuel() - meter.fuel, allocated, live.heap));
    }

    /** The state as bytes, from which {@link #restore} makes an object that behaves as this one. */
    public byte[] encode() {
        return StateWriter.encode(this, StateGraph.of(this, Meter.unbounded(), waiting == 0 && running == null));
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

    /** The lines of its log before it was put to rest. */
    public void recallLog(List<String> lines) {
        lines.forEach(this::logged);
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
