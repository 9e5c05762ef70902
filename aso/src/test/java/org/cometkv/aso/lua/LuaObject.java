package org.cometkv.aso.lua;

import java.util.List;
import java.util.Optional;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Event;
import org.cometkv.aso.Limits;
import org.cometkv.aso.NodeHandle;
import org.cometkv.aso.Outcome;
import org.cometkv.aso.Reply;
import org.cometkv.aso.Result;
import org.cometkv.aso.Script;
import org.cometkv.aso.Value;
import org.cometkv.aso.host.StandaloneHost;
import org.cometkv.aso.lua.text.LuaStrings;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;
import org.cometkv.routing.NodeId;

/** One object under test, with what it needs to run. */
final class LuaObject {

    static final Contact SELF = new Contact(NodeId.of("host"), "10.0.0.1", 7400);
    static final Key KEY = Key.of("object");
    static final Caller CALLER = Caller.local(SELF, "tester");
    private static final Sandbox SANDBOX = new Sandbox(1 << 20, 0x1234567890abcdefL);

    final StandaloneHost host = host();
    final Scratch scratch = SANDBOX.scratch();
    final Instance instance;

    private LuaObject(String script, Limits limits) {
        instance = SANDBOX.instance(KEY, Script.of(script), limits, 42);
    }

    /** A host whose clock says 1000 and which has the neighbors a and b. */
    static StandaloneHost host() {
        return new StandaloneHost(SELF)
                .now(1_000)
                .neighbors(List.of(node("a"), node("b")))
                .recording();
    }

    /** A neighbor. */
    static NodeHandle node(String name) {
        return NodeHandle.of(new Contact(NodeId.of(name), name + ".example", 7400));
    }

    /** An object that has been created. */
    static LuaObject of(String script) {
        return of(script, Limits.DEFAULTS);
    }

    static LuaObject of(String script, Limits limits) {
        LuaObject object = fresh(script, limits);
        Outcome outcome = object.end(object.instance.create(object.scratch, object.host, Value.table()));
        if (!outcome.isCommitted()) {
            throw new IllegalStateException("not created: " + outcome.result());
        }
        return object;
    }

    /** An object in which nothing has run. */
    static LuaObject fresh(String script, Limits limits) {
        return new LuaObject(script, limits);
    }

    /** A copy made from the state of another. */
    static LuaObject restored(LuaObject from, String script) {
        LuaObject object = fresh(script, from.instance.limits());
        Outcome outcome = object.end(object.instance.restore(object.scratch, object.host, from.instance.encode()));
        if (!outcome.isCommitted()) {
            throw new IllegalStateException("not restored: " + outcome.result());
        }
        return object;
    }

    /** What a chunk returns. */
    static Outcome run(String chunk) {
        return run(chunk, Limits.DEFAULTS);
    }

    static Outcome run(String chunk, Limits limits) {
        LuaObject object = fresh(chunk, limits);
        return object.end(object.instance.evaluate(object.scratch, object.host));
    }

    /** The value that a chunk returns. */
    static Value eval(String chunk) {
        Result result = run(chunk).result();
        if (result instanceof Result.Completed completed) {
            return completed.value();
        }
        throw new AssertionError(result.toString());
    }

    /** The message with which a chunk fails. */
    static String fault(String chunk) {
        Result result = run(chunk).result();
        if (result instanceof Result.Faulted faulted) {
            return faulted.message();
        }
        throw new AssertionError(result.toString());
    }

    Outcome get() {
        return get(Value.NIL);
    }

    Outcome get(Value request) {
        return handle(new Event.Get(CALLER, request));
    }

    Value value() {
        return ((Result.Completed) get().result()).value();
    }

    Outcome handle(Event event) {
        return end(start(event));
    }

    /** A field of {@code aso} as data. */
    Value field(String name) {
        return field(instance, name);
    }

    static Value field(Instance instance, String name) {
        return ValueBridge.data(
                instance.aso.get(Meter.unbounded(), LuaStrings.encode(name)),
                Limits.DEFAULTS.liveHeap(),
                Meter.unbounded());
    }

    /** The event under other limits than the object's own. */
    Outcome handleWithin(Event event, Limits limits) {
        Limits own = instance.limits();
        instance.limits(limits);
        try {
            return handle(event);
        } finally {
            instance.limits(own);
        }
    }

    Step start(Event event) {
        return instance.handle(scratch, host, event);
    }

    Step proceed(Step step) {
        return instance.proceed(scratch, host, (Step.Unfinished) step, Optional.empty());
    }

    Step proceed(Step step, Reply reply) {
        return instance.proceed(scratch, host, (Step.Unfinished) step, Optional.of(reply));
    }

    /** Goes on as long as the event only yields. */
    Step settle(Step step) {
        Step at = step;
        while (at instanceof Step.Yielded) {
            at = proceed(at);
        }
        return at;
    }

    Outcome end(Step step) {
        return ((Step.Ended) settle(step)).outcome();
    }
}
