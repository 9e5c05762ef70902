package org.cometkv.aso.lua;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
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
    static final Table[] NO_TABLES = {};

    final Key key;
    final Script script;
    final Program program;
    final Table aso = new Table();
    final Table globals = new Table();
    RandomState random;

    /** The tables that the chunk made and put into {@code aso}, as long as anything reaches them. */
    Table[] chunkTables = NO_TABLES;

    /** How many tables and functions the chunk made: what a walk may visit beside the state. */
    int chunkMade;

    private Limits limits;
    private final Live live = new Live();
    private Policy policy = Policy.DEFAULT;
    private int revision;
    private Deque<String> log;
    private Run running;
    private boolean keepsDead;
    private int waiting;

    Instance(Key key, Script script, Program program, Limits limits, long seed) {
        this.key = key;
        this.script = script;
        this.program = program;
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
        if (program == null) {
            return ended(new Result.Exceeded(
                    Limit.SCRIPT, "the script has " + script.length() + " bytes; at most " + limits.scriptBytes()));
        }
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
            run = paused.run;
            run.reply = reply.orElse(new Reply.Denied("no answer"));
            waiting--;
        } else {
            run = ((Step.Yielded) step).run;
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
            } else if (run.scope != null) {
                run.scope.restore(run);
                run.scope = null;
            }
            switch (Interpreter.execute(run)) {
                case Calls.ENDED:
                    Step step = run.event == null ? loaded(run) : finish(run);
                    worker.give(run);
                    return step;
                case Calls.YIELDED:
                    running = run;
                    return new Step.Yielded(run);
                case Calls.WAITING:
                    return pause(run);
                default:
                    failure = new Result.Faulted(Faults.message(run.error));
            }
        } catch (LimitExceeded exceeded) {
            failure = new Result.Exceeded(exceeded.limit(), exceeded.getMessage(), exceeded.isWithoutHandler());
        } catch (LuaFault fault) {
            failure = new Result.Faulted(Faults.message(fault.value()));
        } catch (StackOverflowError overflow) {
            failure = new Result.Faulted("stack overflow");
        } catch (RuntimeException | Error bug) {
            undo(run);
            throw bug;
        }
        undo(run);
        if (waiting == 0 && keepsDead) {
            settle(run);
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
        commit(run, waiting == 0);
        run.putBack();
        return ended(run, result);
    }

    private Step pause(Run run) {
        commit(run, false);
        run.scope = run.capture();
        run.putBack();
        run.keepRandom();
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
            settle(run);
        }
    }

    private void commitChanges(Run run, Journal journal, boolean settled) {
        long adopted = Adoption.ofEvent(run, settled);
        Policy changed = run.wroteReserved ? Policies.read(aso, limits) : policy;
        live.grow(this, run, journal.growth + adopted, settled);
        if (run.wroteReserved) {
            policy = changed;
            revision++;
        }
        keepsDead |= !settled;
        if (settled && run.deleted) {
            journal.forgetDead(run);
        }
        journal.clear();
    }

    /** Forgets the dead keys that were kept for events that waited. */
    private void settle(Meter meter) {
        keepsDead = false;
        for (Table table : Graph.of(this).tables) {
            table.forgetDead(meter);
        }
    }

    private Step loaded(Run run) {
        Value value = run.fields == null && run.state == null ? Handlers.value(run) : Value.NIL;
        Loading.finish(this, run);
        policy = Policies.read(aso, limits);
        revision++;
        live.measure(this, limits);
        if (run.state != null) {
            live.pictured(Graph.of(this), run.state.length);
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

    /** All of {@code aso} as data, functions left out; nil if it is cyclic or too deep. */
    public Value data() {
        try {
            return Values.data(aso, limits.liveHeap());
        } catch (LuaFault | LimitExceeded unsendable) {
            return Value.NIL;
        }
    }

    /** The state as bytes, from which {@link #restore} makes an object that behaves as this one. */
    public byte[] encode() {
        Graph graph = Graph.of(this);
        byte[] image = StateWriter.encode(this, graph);
        live.pictured(graph, image.length);
        return image;
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
