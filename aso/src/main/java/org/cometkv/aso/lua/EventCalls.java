package org.cometkv.aso.lua;

import org.cometkv.aso.Event;
import org.cometkv.aso.Limit;
import org.cometkv.aso.Result;
import org.cometkv.aso.Snapshot;
import org.cometkv.aso.Value;
import org.cometkv.aso.lua.metering.LimitExceeded;
import org.cometkv.aso.lua.metering.LuaFault;
import org.cometkv.aso.lua.text.LuaStrings;
import org.cometkv.routing.Key;
import org.luaj.vm2.LuaFunction;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Prototype;

/** Events as calls of Lua functions: which function, with what arguments, and what its results mean. */
final class EventCalls {

    private EventCalls() {}

    /** The handler of this name: a field of {@code aso}, else a global of the script; nil if there is none. */
    static LuaValue find(Instance instance, LuaString name) {
        Meter meter = Meter.unbounded();
        LuaValue own = instance.aso.get(meter, name);
        return own instanceof LuaFunction ? own : global(instance, name, meter);
    }

    private static LuaValue global(Instance instance, LuaString name, Meter meter) {
        LuaValue global = instance.globals.get(meter, name);
        return global instanceof LuaFunction ? global : LuaValue.NIL;
    }

    /** Makes the handler the run's function; the outcome at once if there is none. */
    static Step begin(Instance instance, EventRun run) {
        LuaValue[] to = run.entry.registers;
        LuaString name = InternedNames.handler(run.event);
        LuaValue own = instance.aso.get(run, name);
        int given = own instanceof LuaFunction ? 1 : 0;
        to[0] = given > 0 ? own : global(instance, name, run);
        to[1] = instance.aso;
        if (to[0] == LuaValue.NIL) {
            Value value = run.event instanceof Event.Get ? valueAsAnswer(instance, run) : Value.NIL;
            return instance.ended(run, new Result.Completed(value));
        }
        boolean isEnough = to[0] instanceof Closure closure && takesNoMore(closure, given, run.event);
        CallOps.invoke(run, run.entry, isEnough ? given : arguments(run, to, given));
        return null;
    }

    /** Whether a handler has no parameter beyond the first ones; what it cannot see, and costs nothing, is not made. */
    private static boolean takesNoMore(Closure handler, int first, Event event) {
        Prototype p = handler.prototype;
        return p.numparams <= first && p.is_vararg == 0 && event instanceof Event.Get get && get.request() == Value.NIL;
    }

    /** The object pays for the work; that the value is too large to read is held against nobody. */
    private static Value valueAsAnswer(Instance instance, EventRun run) {
        try {
            return ValueBridge.data(instance.aso.get(run, InternedNames.VALUE), run.limits.answerBytes(), run);
        } catch (LimitExceeded exceeded) {
            throw exceeded.limit == Limit.ANSWER ? exceeded.withoutHandler() : exceeded;
        }
    }

    private static int arguments(EventRun run, LuaValue[] to, int given) {
        try {
            return inward(run, to, given);
        } catch (LimitExceeded exceeded) {
            throw exceeded.withoutHandler();
        }
    }

    private static int inward(EventRun run, LuaValue[] to, int given) {
        Event event = run.event;
        run.entry.room(given + 4);
        int at = given + 1;
        if (event instanceof Event.OfRequest asked) {
            to[at++] = new HostHandle(asked.caller());
            to[at++] = ValueBridge.inward(asked.request(), run);
        } else if (event instanceof Event.Timer timer) {
            to[at++] = timer.name().isEmpty()
                    ? LuaValue.NIL
                    : ValueBridge.inward(Value.of(timer.name().get()), run);
        } else if (event instanceof Event.Put put) {
            to[at++] = new HostHandle(put.caller());
        } else if (event instanceof Event.Update update) {
            to[at++] = new HostHandle(update.caller());
            to[at++] = ValueBridge.inward(update.value(), run);
            to[at++] = ValueBridge.inward(update.object(), run);
        }
        return at - 1;
    }

    /** The first result of the run's function as a value. */
    static Value value(EventRun run) {
        return run.values.outward(first(run), run.limits.answerBytes());
    }

    private static LuaValue first(EventRun run) {
        return run.entry.top > 0 ? run.entry.registers[0] : LuaValue.NIL;
    }

    /** What the results of the handler mean for its event. */
    static Result result(Instance instance, EventRun run) {
        Event event = run.event;
        if (event instanceof Event.Get) {
            return new Result.Completed(value(run));
        }
        if (event instanceof Event.Timer) {
            return new Result.Completed(Value.NIL);
        }
        LuaValue first = first(run);
        if (first == LuaValue.FALSE) {
            LuaValue reason = run.entry.top > 1 ? run.entry.registers[1] : LuaValue.NIL;
            return new Result.Refused(reason == LuaValue.NIL ? "refused by the object" : Faults.message(reason));
        }
        if (event instanceof Event.Subscribe) {
            return subscribed(run, first);
        }
        if (!(event instanceof Event.Update) || first == LuaValue.NIL || first == instance.aso) {
            return new Result.Completed(Value.NIL);
        }
        if (first == LuaValue.TRUE) {
            return new Result.Completed(Value.Bool.TRUE);
        }
        throw LuaFault.raw(
                LuaStrings.encode("onUpdate gave a " + first.typename() + "; it gives true, false, nil or self"));
    }

    private static Result subscribed(EventRun run, LuaValue first) {
        if (first != LuaValue.NIL && first == run.redirect) {
            return new Result.Redirected(Key.parse(LuaStrings.decode(run.redirect)));
        }
        Value answer = value(run);
        try {
            Snapshot.of(answer);
            return new Result.Completed(answer);
        } catch (IllegalArgumentException bad) {
            throw LuaFault.raw(LuaStrings.encode("onSubscribe: " + bad.getMessage()));
        }
    }
}
