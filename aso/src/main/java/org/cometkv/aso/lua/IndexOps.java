package org.cometkv.aso.lua;

import org.cometkv.aso.lua.metering.LuaFault;
import org.luaj.vm2.LuaFunction;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/** Reads and writes of fields where a metamethod may decide. */
final class IndexOps {

    private static final int HOPS_MAX = 100;

    private IndexOps() {}

    /** Reads a field of any value for the Lua function on top; the result arrives in the target register. */
    static void get(EventRun run, Frame f, LuaValue object, LuaValue key, int target) {
        LuaValue value = get(run, f, object, key, Frame.ORDINARY, target, 1);
        if (value != BuiltinCall.CALLING) {
            f.registers[target] = value;
        }
    }

    /** The same for a library function: the value, or what it returns to go on with the result of a metamethod. */
    static LuaValue get(BuiltinCall call, Builtin.Body then, LuaValue object, LuaValue key) {
        Frame own = call.run.frame;
        own.step = then;
        return get(call.run, own, object, key, Frame.STEP, 0, Frame.OPEN);
    }

    private static LuaValue get(
            EventRun run, Frame f, LuaValue object, LuaValue key, int kind, int target, int wanted) {
        LuaValue at = object;
        for (int hop = 0; hop < HOPS_MAX; hop++) {
            LuaValue handler;
            if (at instanceof Table table) {
                LuaValue value = table.get(run, key);
                if (value != LuaValue.NIL || table.metatable == null) {
                    return value;
                }
                handler = table.metatable.get(run, InternedNames.INDEX);
                if (handler == LuaValue.NIL) {
                    return LuaValue.NIL;
                }
            } else if (at instanceof LuaString) {
                handler = Libraries.STRING;
            } else if (at instanceof HostHandle handle) {
                return key instanceof LuaString name ? handle.field(name, run) : LuaValue.NIL;
            } else {
                throw Faults.operands(run, f, "index", at);
            }
            if (handler instanceof LuaFunction) {
                CallOps.invoke(run, f, kind, target, wanted, handler, at, key);
                return BuiltinCall.CALLING;
            }
            run.charge(1);
            at = handler;
        }
        throw LuaFault.of("loop in gettable");
    }

    /** Writes a field of any value for the Lua function on top. */
    static void set(EventRun run, Frame f, LuaValue object, LuaValue key, LuaValue value) {
        LuaValue at = object;
        for (int hop = 0; hop < HOPS_MAX; hop++) {
            if (!(at instanceof Table table)) {
                throw at instanceof HostHandle
                        ? LuaFault.of("attempt to modify a frozen value")
                        : Faults.operands(run, f, "index", at);
            }
            LuaValue handler = LuaValue.NIL;
            if (table.metatable != null && table.get(run, key) == LuaValue.NIL) {
                handler = table.metatable.get(run, InternedNames.NEWINDEX);
            }
            if (handler == LuaValue.NIL) {
                table.set(run, key, value);
                return;
            }
            if (handler instanceof LuaFunction) {
                CallOps.invoke(run, f, Frame.ORDINARY, 0, 0, handler, at, key, value);
                return;
            }
            run.charge(1);
            at = handler;
        }
        throw LuaFault.of("loop in settable");
    }
}
