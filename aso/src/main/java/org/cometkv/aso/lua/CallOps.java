package org.cometkv.aso.lua;

import java.util.Arrays;
import org.cometkv.aso.lua.metering.Budget;
import org.cometkv.aso.lua.metering.LuaFault;
import org.cometkv.aso.lua.metering.Prices;
import org.cometkv.aso.lua.script.Program;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Prototype;

/** How calls begin and end: frames pushed, results placed, library functions resumed, errors unwound. */
final class CallOps {

    /** A Lua function is on top: the loop goes on. */
    static final int RUNNING = 0;
    /** The event's function has returned; its results are in the entry frame. */
    static final int ENDED = 1;
    /** The slice is used up. */
    static final int YIELDED = 2;
    /** The event waits for the host. */
    static final int WAITING = 3;
    /** An error went past the event's function. */
    static final int FAILED = 4;

    private static final int CALL_HOPS_MAX = 100;

    private CallOps() {}

    /** Pushes the frame of a Lua function with its arguments; the caller says where the results go. */
    static Frame enter(EventRun run, Closure closure, LuaValue[] from, int at, int count) {
        Frame next = run.above(closure.prototype.maxstacksize);
        next.open = null;
        begin(run, next, closure, from, at, count);
        run.frame = next;
        return next;
    }

    /** A tail call: the frame is used again, and returns where the caller would have. */
    private static void reenter(EventRun run, Frame f, Closure closure, int at, int count) {
        if (f.open != null) {
            f.close(0);
        }
        run.pay(f, closure.prototype.maxstacksize);
        begin(run, f, closure, f.registers, at, count);
    }

    /** Begins a function in a frame; its arguments may be in the same registers, above where they go. */
    private static void begin(EventRun run, Frame f, Closure closure, LuaValue[] from, int at, int count) {
        Prototype p = closure.prototype;
        LuaValue[] to = f.registers;
        if (to.length < p.maxstacksize + Frame.SCRATCH) {
            to = f.registers = new LuaValue[p.maxstacksize + 2 * Frame.SCRATCH];
        }
        int params = p.numparams;
        Frame.copy(from, at, to, 0, Math.min(params, count));
        if (count < params) {
            fillNil(run, to, Math.max(count, 0), params);
        }
        if (p.is_vararg != 0) {
            beginRarer(run, f, p, from, at + params, count - params);
        }
        f.closure = closure;
        f.pc = 0;
    }

    private static void beginRarer(EventRun run, Frame f, Prototype p, LuaValue[] from, int at, int count) {
        if ((p.is_vararg & ~Program.CLEARED) != 0) {
            f.varargs = extra(run, from, at, count);
        }
        if ((p.is_vararg & Program.CLEARED) != 0) {
            fillNil(run, f.registers, p.numparams, p.maxstacksize);
        }
    }

    private static LuaValue[] extra(EventRun run, LuaValue[] from, int at, int count) {
        if (count <= 0) {
            return LuaValue.NOVALS;
        }
        run.charge(count);
        run.allocate((long) Prices.REGISTER * (count + 1));
        return Arrays.copyOfRange(from, at, at + count);
    }

    /** A tail call of any value; what is called through {@code __call} uses the frame again too. */
    static void tailCall(EventRun run, Frame f, int at, int count) {
        int given = count;
        if (f.registers[at] instanceof Table table && table.metatable != null) {
            LuaValue handler = table.metatable.get(run, InternedNames.CALL);
            if (handler instanceof Closure) {
                shift(run, f, at, given++, handler);
            }
        }
        if (f.registers[at] instanceof Closure called) {
            reenter(run, f, called, at + 1, given);
        } else {
            call(run, f, at, given, Frame.ORDINARY, at, Frame.OPEN);
        }
    }

    /** Puts a metamethod before the value that it is to be called with. */
    private static LuaValue[] shift(EventRun run, Frame f, int at, int count, LuaValue handler) {
        run.charge(1 + (count >> Prices.MOVED_SHIFT));
        LuaValue[] registers = run.room(f, at + count + 3);
        System.arraycopy(registers, at, registers, at + 1, count + 1);
        registers[at] = handler;
        return registers;
    }

    /** Calls the value at a register of the Lua function on top with the values after it. */
    static void call(EventRun run, Frame f, int at, int count, int kind, int target, int wanted) {
        LuaValue[] registers = f.registers;
        int given = count;
        for (int hop = 0; hop < CALL_HOPS_MAX; hop++) {
            LuaValue function = registers[at];
            if (function instanceof Closure closure) {
                enter(run, closure, registers, at + 1, given).returns(kind, target, wanted);
                return;
            }
            if (function instanceof Builtin builtin) {
                LuaValue result = builtin(run, builtin, registers, at + 1, given);
                deliver(run, f, kind, target, wanted, result);
                return;
            }
            LuaValue handler = Metatables.of(run, function, InternedNames.CALL);
            if (handler == LuaValue.NIL) {
                throw Faults.call(run, f, at, registers[at + hop]);
            }
            registers = shift(run, f, at, given++, handler);
        }
        throw LuaFault.of("'__call' chain too long; possible loop");
    }

    /** Calls a value from the function on top: behind the registers of a Lua function, from the first of any other. */
    static void invoke(
            EventRun run, Frame f, int kind, int target, int wanted, LuaValue function, LuaValue... arguments) {
        int at = f.closure == null ? 0 : f.closure.prototype.maxstacksize;
        run.charge(Prices.METAMETHOD);
        LuaValue[] registers = run.room(f, at + 1 + arguments.length);
        registers[at] = function;
        Frame.copy(arguments, 0, registers, at + 1, arguments.length);
        call(run, f, at, arguments.length, kind, target, wanted);
    }

    /** Calls the value in the first register of the event or library function on top with the values after it. */
    static void invoke(EventRun run, Frame f, int count) {
        call(run, f, 0, count, Frame.STEP, 0, Frame.OPEN);
    }

    static LuaValue builtin(EventRun run, Builtin builtin, LuaValue[] registers, int first, int count) {
        BuiltinCall call = run.call.over(registers, first, count);
        call.function = builtin;
        run.fuel -= Prices.BUILTIN;
        return builtin.body.call(call);
    }

    /** Places what a library function returned, or says where it goes once the function has gone on to its end. */
    static void deliver(EventRun run, Frame to, int kind, int target, int wanted, LuaValue result) {
        if (result == BuiltinCall.CALLING) {
            run.frame.returns(kind, target, wanted);
            return;
        }
        BuiltinCall call = run.call;
        if (result != BuiltinCall.SEVERAL) {
            call.out[0] = result;
            call.outCount = result == BuiltinCall.NONE ? 0 : 1;
        }
        place(run, to, kind, target, wanted, call.out, 0, call.outCount);
    }

    /** Ends the Lua function on top with these of its registers as results. */
    static void leave(EventRun run, Frame f, int at, int count) {
        run.frame = f.below;
        place(run, f.below, f.kind, f.target, f.wanted, f.registers, at, count);
    }

    private static void place(
            EventRun run, Frame to, int kind, int target, int wanted, LuaValue[] from, int at, int count) {
        if (kind == Frame.CONDITION) {
            boolean truth = count > 0 && from[at].toboolean();
            if (truth != (target != 0)) {
                to.pc++;
            }
            return;
        }
        int placed = wanted;
        if (wanted == Frame.OPEN) {
            if (count > run.limits.callValues()) {
                throw LuaFault.of("too many results");
            }
            run.charge(count);
            placed = count;
            to.top = target + count;
        }
        LuaValue[] registers = run.room(to, target + placed);
        Frame.copy(from, at, registers, target, Math.min(placed, count));
        if (count < placed) {
            fillNil(run, registers, target + count, target + placed);
        }
    }

    /** Sets registers to nil, at a price where they are many. */
    static void fillNil(Meter meter, LuaValue[] registers, int from, int to) {
        meter.fuel -= Math.max(0, to - from) >> Prices.SEEN_SHIFT;
        for (int i = from; i < to; i++) {
            registers[i] = LuaValue.NIL;
        }
    }

    /** Resumes library functions until a Lua function is on top, or the event ends, yields or waits. */
    static int settle(EventRun run) {
        while (true) {
            Frame f = run.frame;
            if (f.closure != null) {
                return RUNNING;
            }
            if (f.below == null) {
                return ENDED;
            }
            if (run.fuel < 0) {
                if (run.fuel + run.reserve < 0) {
                    throw Budget.outOfFuel();
                }
                return YIELDED;
            }
            run.fuel--;
            LuaValue result = f.step.call(run.call.over(f.registers, 0, f.top));
            if (result == BuiltinCall.WAITING) {
                return WAITING;
            }
            finish(run, f, result);
        }
    }

    private static void finish(EventRun run, Frame f, LuaValue result) {
        if (result != BuiltinCall.CALLING) {
            run.frame = f.below;
            deliver(run, f.below, f.kind, f.target, f.wanted, result);
        }
    }

    /** Unwinds to the nearest library function that catches errors; false if there is none. */
    static boolean unwind(EventRun run, LuaFault fault) {
        LuaValue error = fault.isPositioned ? fault.value : Faults.positioned(run, fault.value);
        run.charge(Prices.UNWIND);
        for (Frame f = run.frame; f.below != null; f = f.below) {
            if (f.open != null) {
                f.close(0);
            }
            if (f.closure == null && f.catcher != null) {
                run.frame = f;
                f.room(1)[0] = error;
                f.top = 1;
                finish(run, f, f.catcher.call(run.call.over(f.registers, 0, f.top)));
                return true;
            }
            run.charge(1);
        }
        run.error = error;
        return false;
    }
}
