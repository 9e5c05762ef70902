package org.cometkv.node.bench;

import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Event;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Outcome;
import org.cometkv.aso.Result;
import org.cometkv.aso.Script;
import org.cometkv.aso.Usage;
import org.cometkv.aso.Value;
import org.cometkv.aso.host.StandaloneHost;
import org.cometkv.aso.lua.Instance;
import org.cometkv.aso.lua.Sandbox;
import org.cometkv.aso.lua.Scratch;
import org.cometkv.aso.lua.Step;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;
import org.cometkv.routing.NodeId;

/** Comet's sandbox, as an actor uses it: whole events, from the call to the outcome, with every limit and undo. */
final class CometLua implements LuaEngine {

    static final Contact SELF = new Contact(NodeId.of("bench"), "127.0.0.1", 7400);

    /** The caller of every request. */
    static final Caller CALLER = Caller.local(SELF, "bench");

    static final Event GET = new Event.Get(CALLER, Value.NIL);

    private static final Event TIMER = new Event.Timer(Optional.empty());

    private static final StandaloneHost HOST = new StandaloneHost(SELF);

    /** Bytes of compiled scripts that a sandbox keeps where they do not matter: those of every workload. */
    static final long PROGRAMS_BYTES = 64 << 20;

    private final Sandbox sandbox;
    private final Scratch scratch;

    /**
     * A sandbox.
     *
     * @param programsBytes bytes of compiled scripts that it keeps
     */
    CometLua(long programsBytes) {
        sandbox = new Sandbox(programsBytes, System.nanoTime());
        scratch = sandbox.scratch();
    }

    @Override
    public IntConsumer events(Workload workload, int objects) {
        Script script = Script.of(workload.script());
        Limits limits = limits(workload.overrides());
        Event event = event(workload);
        Instance[] instances = new Instance[objects];
        for (int i = 0; i < objects; i++) {
            instances[i] = create(Key.of("object " + i), script, limits);
        }
        return new IntConsumer() {
            private int next;

            @Override
            public void accept(int count) {
                for (int i = 0; i < count; i++) {
                    requireCommitted(run(instances[next], event));
                    if (++next == objects) {
                        next = 0;
                    }
                }
            }
        };
    }

    @Override
    public double answer(Workload workload) {
        if (!(first(workload).result() instanceof Result.Completed completed)) {
            return 0;
        }
        Value figure = completed.value() instanceof Value.Table list ? list.listed(1) : completed.value();
        return figure instanceof Value.Num number ? number.number() : 0;
    }

    /** The cost of a first event. */
    Usage usage(Workload workload) {
        return first(workload).usage();
    }

    private Outcome first(Workload workload) {
        Instance object = create(Key.of("object"), Script.of(workload.script()), limits(workload.overrides()));
        return run(object, event(workload));
    }

    /** A live object. */
    Instance create(Key key, Script script, Limits limits) {
        Instance object = sandbox.instance(key, script, limits, 0);
        requireCommitted(finish(object, object.create(scratch, HOST, Value.table())));
        return object;
    }

    /** Takes an event to its end; every time it yields, it goes on at once. */
    Outcome run(Instance object, Event event) {
        return finish(object, object.handle(scratch, HOST, event));
    }

    private Outcome finish(Instance object, Step begin) {
        Step step = begin;
        // The usual end first: to ask a record for an interface that it does not have is dear, and shows.
        while (!(step instanceof Step.Ended)) {
            step = object.proceed(scratch, HOST, (Step.Unfinished) step, Optional.empty());
        }
        return ((Step.Ended) step).outcome();
    }

    /** A failed event would be a fast one. */
    private static void requireCommitted(Outcome outcome) {
        if (!outcome.isCommitted()) {
            throw new IllegalStateException("an event failed: " + outcome.result());
        }
    }

    private static Event event(Workload workload) {
        return workload.handler().equals(TIMER.handler()) ? TIMER : GET;
    }

    private static Limits limits(Map<String, Integer> overrides) {
        return Limits.of(name -> overrides.getOrDefault(name.label(), Limits.DEFAULTS.get(name)));
    }
}
